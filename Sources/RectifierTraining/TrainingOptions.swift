// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics

/// What determines a run beside its data and its initial network.
public struct TrainingOptions: Codable, Hashable, Sendable {
  /// λ, one coefficient a hidden layer: the objective gains the batch mean of λ Σᵤ |h(u)|, the
  /// *sum* over the layer's units. Each is 0 or a normal number above 0.
  public var activationL1: [Float]
  /// The mean fraction of exact zeros over all hidden units on the validation part that λ is adapted
  /// to, between 0 and 1; nil for λ as it is. `activationL1`, the same for all layers, is then what
  /// it begins at, 0 for a choice of the run's own.
  public var targetZeros: Float?
  /// λ₂ of the weights: the objective gains λ₂/2 · Σ w² over all weights; biases are free. It is
  /// 0 or a normal number above 0.
  public var weightL2: Float
  /// How gradients change the parameters.
  public var optimizer: Optimizer
  /// A normal number above 0; of the first step, where the schedule changes it.
  public var learningRate: Float
  /// How the learning rate goes through the run.
  public var schedule: LearningRateSchedule
  /// Samples a step; the last batch of an epoch may be shorter, and is averaged over its own size.
  public var batchSize: Int
  /// Epochs, at least 1.
  public var epochCount: Int
  /// Samples an epoch, at least a batch; nil for as many as there are training rows.
  ///
  /// A run goes through the data in passes, each in an order of its own, and an epoch is that many
  /// samples of it, wherever passes end: in a large training part an epoch sees a share of it, in a
  /// small one rows come several times. Batches go over the end of a pass; only the last batch of an
  /// epoch may be short.
  public var epochSampleCount: Int?
  /// Epochs without a better validation result after which a run ends; 0 for never.
  public var patience: Int
  /// Which of the epochs with the same validation score is the best.
  public var epochTies: EpochTies
  /// The source of the order of samples, and of their corruption.
  public var seed: Seed
  /// What is done to the inputs of training batches; targets and validation stay clean.
  public var corruption: Corruption
  /// Which share of the inputs and of the hidden units a training sample goes without; inputs are
  /// dropped after they were corrupted.
  public var dropout: Dropout
  /// Whether an autoencoder's decoder has the encoder's weights, transposed: for one hidden layer
  /// and as many real outputs as inputs. The gradient is then the sum of those of both uses, and
  /// weight L2 counts the weights once.
  public var tiesWeights: Bool
  /// What the outputs mean; nil for what head and labels say: classes of softmax, labels of logistic
  /// outputs that have names, else reals that stand for themselves.
  public var task: LearningTask?
  /// One number a class that its samples' losses are multiplied by, each 0 or a normal number above
  /// 0; none for 1 throughout. Of samples with any number of labels, each label's term of the loss
  /// is multiplied.
  public var classWeights: [Float]

  /// Options with the defaults of the command; a learning rate of nil stands for the optimizer's own.
  public init(
    activationL1: [Float], targetZeros: Float? = nil, weightL2: Float = 0,
    optimizer: Optimizer = .sgd,
    learningRate: Float? = nil, schedule: LearningRateSchedule = .constant, batchSize: Int = 10,
    epochCount: Int = 20, epochSampleCount: Int? = nil, patience: Int = 0,
    epochTies: EpochTies = .first, seed: Seed = Seed(1),
    corruption: Corruption = .none, dropout: Dropout = .none, tiesWeights: Bool = false,
    task: LearningTask? = nil, classWeights: [Float] = []
  ) {
    self.activationL1 = activationL1
    self.targetZeros = targetZeros
    self.weightL2 = weightL2
    self.optimizer = optimizer
    self.learningRate = learningRate ?? optimizer.defaultLearningRate
    self.schedule = schedule
    self.batchSize = batchSize
    self.epochCount = epochCount
    self.epochSampleCount = epochSampleCount
    self.patience = patience
    self.epochTies = epochTies
    self.seed = seed
    self.corruption = corruption
    self.dropout = dropout
    self.tiesWeights = tiesWeights
    self.task = task
    self.classWeights = classWeights
  }

  /// Whether steps change every weight row, also those whose inputs are zero in the whole batch.
  public var touchesEveryRow: Bool { optimizer.momentCount > 0 || weightL2 > 0 }

  /// Whether the options make sense for an architecture and so many training rows.
  func check(_ architecture: Architecture, rowCount: Int) throws(TrainingError) {
    try checkPenalties(hiddenCount: architecture.hiddenWidths.count)
    try checkTarget(architecture)
    try checkTask(architecture.head)
    try checkSteps()
    try dropout.check(hiddenCount: architecture.hiddenWidths.count)
    if tiesWeights, !architecture.isAutoencoder {
      throw .invalidOption(
        name: "tied weights",
        expected: "one hidden layer and as many real outputs as inputs",
        found: architecture.widths.map(String.init).joined(separator: "-")
          + " with the head \(architecture.head.name)")
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
    let sampleCount = epochSampleCount(of: rowCount)
    guard batchSize...Int(Int32.max) ~= sampleCount else {
      throw .invalidOption(
        name: "samples an epoch", expected: Self.epochSampleRange(batchSize: batchSize),
        found: "\(sampleCount)")
    }
  }

  /// Samples of an epoch on so many training rows.
  package func epochSampleCount(of rowCount: Int) -> Int { epochSampleCount ?? rowCount }

  private func checkPenalties(hiddenCount: Int) throws(TrainingError) {
    guard activationL1.count == hiddenCount else {
      throw .invalidOption(
        name: "activation L1", expected: "one coefficient for each of \(hiddenCount) hidden layers",
        found: "\(activationL1.count)")
    }
    let penalties = activationL1.map { ("activation L1", $0) } + [("weight L2", weightL2)]
    for (name, coefficient) in penalties where !Self.isValid(penalty: coefficient) {
      throw .invalidOption(name: name, expected: Self.penaltyRange, found: "\(coefficient)")
    }
  }

  private func checkTarget(_ architecture: Architecture) throws(TrainingError) {
    guard let targetZeros else { return }
    let name = "target of zeros"
    guard Self.isValid(targetZeros: targetZeros) else {
      throw .invalidOption(name: name, expected: Self.targetZerosRange, found: "\(targetZeros)")
    }
    if let activation = architecture.activations.first(where: { !$0.hasSilentRange }) {
      throw .invalidOption(
        name: name, expected: "hidden layers whose units can be silent",
        found: "the activation \(activation)")
    }
    guard let first = activationL1.first, activationL1.allSatisfy({ $0 == first }) else {
      throw .invalidOption(
        name: name, expected: "one activation L1 to begin at for all hidden layers",
        found: "\(activationL1)")
    }
    guard epochCount >= 2 else {
      throw .invalidOption(
        name: name, expected: "at least 2 epochs, for λ changes at their ends",
        found: "\(epochCount)")
    }
  }

  private func checkSteps() throws(TrainingError) {
    guard Self.isValid(learningRate: learningRate) else {
      throw .invalidOption(
        name: "learning rate", expected: Self.learningRateRange, found: "\(learningRate)")
    }
    if let (name, expected, found) = optimizer.invalidConstant {
      throw .invalidOption(name: name, expected: expected, found: found)
    }
    guard schedule.isValid else {
      throw .invalidOption(
        name: "schedule", expected: "a rate above 0 and up to 1", found: schedule.name)
    }
    guard corruption.isValid else {
      throw .invalidOption(
        name: "corruption", expected: "probabilities from 0 to 1, or a deviation from 0 on",
        found: corruption.name)
    }
  }
}

/// Ranges leave denormals out, which are zeros to the kernels: they would be accepted and do nothing.
extension TrainingOptions {
  /// What a learning rate may be, for messages.
  package static let learningRateRange = "a finite number above 0, denormals excepted"

  /// What the coefficient of a penalty may be, for messages.
  package static let penaltyRange = "a finite number from 0 on, denormals excepted"

  /// How many samples an epoch may have, for messages.
  package static func epochSampleRange(batchSize: Int) -> String {
    "a whole number from the batch size, \(batchSize), to \(Int32.max)"
  }

  /// What a target of zeros may be, for messages.
  package static let targetZerosRange = "a fraction above 0 and below 1"

  /// Whether λ can be adapted to that fraction of zeros.
  package static func isValid(targetZeros: Float) -> Bool {
    targetZeros.isNormal && targetZeros > 0 && targetZeros < 1
  }

  /// Whether steps can be taken at that rate.
  package static func isValid(learningRate: Float) -> Bool {
    learningRate.isNormal && learningRate > 0
  }

  /// Whether a penalty can have that coefficient.
  package static func isValid(penalty: Float) -> Bool {
    penalty == 0 || (penalty.isNormal && penalty > 0)
  }
}

extension TrainingOptions {
  private enum CodingKeys: String, CodingKey {
    case activationL1, targetZeros, weightL2, optimizer, learningRate, schedule, batchSize
    case epochCount, epochSampleCount, patience, seed, corruption, dropout, tiesWeights
    case task, classWeights
  }

  /// Decodes all properties; without `targetZeros` there is none, without `weightL2` and `schedule`
  /// there is no penalty, and the rate is constant; without `epochSampleCount` epochs are passes;
  /// without `corruption` inputs stay as they are, without `dropout` nothing is dropped, without
  /// `tiesWeights` layers are free, without `task` outputs mean what the head says, and without
  /// `classWeights` classes count alike.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      activationL1: try container.decode([Float].self, forKey: .activationL1),
      targetZeros: try container.decodeIfPresent(Float.self, forKey: .targetZeros),
      weightL2: try container.decodeIfPresent(Float.self, forKey: .weightL2) ?? 0,
      optimizer: try container.decode(Optimizer.self, forKey: .optimizer),
      learningRate: try container.decode(Float.self, forKey: .learningRate),
      schedule: try container.decodeIfPresent(LearningRateSchedule.self, forKey: .schedule)
        ?? .constant,
      batchSize: try container.decode(Int.self, forKey: .batchSize),
      epochCount: try container.decode(Int.self, forKey: .epochCount),
      epochSampleCount: try container.decodeIfPresent(Int.self, forKey: .epochSampleCount),
      patience: try container.decode(Int.self, forKey: .patience),
      seed: try container.decode(Seed.self, forKey: .seed),
      corruption: try container.decodeIfPresent(Corruption.self, forKey: .corruption) ?? .none,
      dropout: try container.decodeIfPresent(Dropout.self, forKey: .dropout) ?? .none,
      tiesWeights: try container.decodeIfPresent(Bool.self, forKey: .tiesWeights) ?? false,
      task: try container.decodeIfPresent(LearningTask.self, forKey: .task),
      classWeights: try container.decodeIfPresent([Float].self, forKey: .classWeights) ?? [])
  }
}
