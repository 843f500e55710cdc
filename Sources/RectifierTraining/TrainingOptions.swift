// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics

/// What determines a run beside its data and its initial network.
public struct TrainingOptions: Codable, Hashable, Sendable {
  /// λ, one coefficient a hidden layer: the objective gains the batch mean of λ Σᵤ |h(u)|, the
  /// *sum* over the layer's units.
  public var activationL1: [Float]
  /// How gradients change the parameters.
  public var optimizer: Optimizer
  /// Above 0; constant through the run.
  public var learningRate: Float
  /// Samples a step; the last batch of an epoch may be shorter, and is averaged over its own size.
  public var batchSize: Int
  /// Passes over the training part, at least 1.
  public var epochCount: Int
  /// Epochs without a better validation result after which a run ends; 0 for never.
  public var patience: Int
  /// The source of the order of samples.
  public var seed: Seed

  /// Options with the defaults of the command.
  public init(
    activationL1: [Float], optimizer: Optimizer = .sgd, learningRate: Float = 0.1,
    batchSize: Int = 10, epochCount: Int = 20, patience: Int = 0, seed: Seed = Seed(1)
  ) {
    self.activationL1 = activationL1
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.batchSize = batchSize
    self.epochCount = epochCount
    self.patience = patience
    self.seed = seed
  }

  /// Whether the options make sense for an architecture and so many training rows.
  func check(_ architecture: Architecture, rowCount: Int) throws(TrainingError) {
    let hiddenCount = architecture.hiddenWidths.count
    guard activationL1.count == hiddenCount else {
      throw .invalidOption(
        name: "activation L1", expected: "one coefficient for each of \(hiddenCount) hidden layers",
        found: "\(activationL1.count)")
    }
    if let bad = activationL1.first(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .invalidOption(
        name: "activation L1", expected: "a finite number of at least 0", found: "\(bad)")
    }
    guard learningRate > 0, learningRate.isFinite else {
      throw .invalidOption(
        name: "learning rate", expected: "a finite number above 0", found: "\(learningRate)")
    }
    let counts = [
      ("batch size", batchSize, 1), ("epoch count", epochCount, 1), ("patience", patience, 0),
    ]
    for (name, count, least) in counts where count < least {
      throw .invalidOption(name: name, expected: "at least \(least)", found: "\(count)")
    }
    guard batchSize <= rowCount else {
      throw .batchTooLarge(batchSize: batchSize, rowCount: rowCount)
    }
  }
}
