// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics

/// What determines a run beside its data and its initial network.
public struct TrainingOptions: Codable, Hashable, Sendable {
  /// λ, one coefficient a hidden layer: the objective gains the batch mean of λ Σᵤ |h(u)|, the
  /// *sum* over the layer's units.
  public var activationL1: [Float]
  /// λ₂ of the weights: the objective gains λ₂/2 · Σ w² over all weights; biases are free.
  public var weightL2: Float
  /// How gradients change the parameters.
  public var optimizer: Optimizer
  /// Above 0; of the first step, where the schedule changes it.
  public var learningRate: Float
  /// How the learning rate goes through the run.
  public var schedule: LearningRateSchedule
  /// Samples a step; the last batch of an epoch may be shorter, and is averaged over its own size.
  public var batchSize: Int
  /// Passes over the training part, at least 1.
  public var epochCount: Int
  /// Epochs without a better validation result after which a run ends; 0 for never.
  public var patience: Int
  /// The source of the order of samples.
  public var seed: Seed

  /// Options with the defaults of the command.
  ///
  /// - Parameter learningRate: Nil for the optimizer's own default.
  public init(
    activationL1: [Float], weightL2: Float = 0, optimizer: Optimizer = .sgd,
    learningRate: Float? = nil, schedule: LearningRateSchedule = .constant, batchSize: Int = 10,
    epochCount: Int = 20, patience: Int = 0, seed: Seed = Seed(1)
  ) {
    self.activationL1 = activationL1
    self.weightL2 = weightL2
    self.optimizer = optimizer
    self.learningRate = learningRate ?? optimizer.defaultLearningRate
    self.schedule = schedule
    self.batchSize = batchSize
    self.epochCount = epochCount
    self.patience = patience
    self.seed = seed
  }

  /// Whether steps change every weight row, also those whose inputs are zero in the whole batch.
  public var touchesEveryRow: Bool { optimizer.momentCount > 0 || weightL2 > 0 }

  /// Whether the options make sense for an architecture and so many training rows.
  func check(_ architecture: Architecture, rowCount: Int) throws(TrainingError) {
    try checkPenalties(hiddenCount: architecture.hiddenWidths.count)
    try checkSteps()
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

  private func checkPenalties(hiddenCount: Int) throws(TrainingError) {
    guard activationL1.count == hiddenCount else {
      throw .invalidOption(
        name: "activation L1", expected: "one coefficient for each of \(hiddenCount) hidden layers",
        found: "\(activationL1.count)")
    }
    let penalties = activationL1.map { ("activation L1", $0) } + [("weight L2", weightL2)]
    for (name, coefficient) in penalties where !(coefficient >= 0 && coefficient.isFinite) {
      throw .invalidOption(
        name: name, expected: "a finite number of at least 0", found: "\(coefficient)")
    }
  }

  private func checkSteps() throws(TrainingError) {
    guard learningRate > 0, learningRate.isFinite else {
      throw .invalidOption(
        name: "learning rate", expected: "a finite number above 0", found: "\(learningRate)")
    }
    if let (name, expected, found) = optimizer.invalidConstant {
      throw .invalidOption(name: name, expected: expected, found: found)
    }
    guard schedule.isValid else {
      throw .invalidOption(
        name: "schedule", expected: "a rate above 0 and up to 1", found: schedule.name)
    }
  }
}

extension TrainingOptions {
  private enum CodingKeys: String, CodingKey {
    case activationL1, weightL2, optimizer, learningRate, schedule, batchSize, epochCount, patience
    case seed
  }

  /// Decodes all properties; without `weightL2` and `schedule` there is no penalty, and the rate is
  /// constant.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      activationL1: try container.decode([Float].self, forKey: .activationL1),
      weightL2: try container.decodeIfPresent(Float.self, forKey: .weightL2) ?? 0,
      optimizer: try container.decode(Optimizer.self, forKey: .optimizer),
      learningRate: try container.decode(Float.self, forKey: .learningRate),
      schedule: try container.decodeIfPresent(LearningRateSchedule.self, forKey: .schedule)
        ?? .constant,
      batchSize: try container.decode(Int.self, forKey: .batchSize),
      epochCount: try container.decode(Int.self, forKey: .epochCount),
      patience: try container.decode(Int.self, forKey: .patience),
      seed: try container.decode(Seed.self, forKey: .seed))
  }
}
