// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining

/// Three epochs of a network 6-8-5-3, a classifier unless another task is asked for, on 23 rows in
/// steps of 5, the last of each short.
struct SmallRun {
  static let stepCount = 15
  let hasSignMask: Bool
  let steps: Steps
  let training: Dataset
  let validation: Dataset

  /// How steps are taken.
  struct Steps: Sendable {
    var optimizer = Optimizer.sgd
    var learningRate: Float = 0.5
    var schedule = LearningRateSchedule.constant
    var weightL2: Float = 0
    var corruption = Corruption.none
    var epochSampleCount: Int?
    var dropout = Dropout.none
    var targetZeros: Float?
    var epochTies = EpochTies.first
    var task: LearningTask?
    var classWeights: [Float] = []
  }

  static let ordinal = Steps(task: .ordinal(levels: [1, 2.5, 4]), classWeights: [1, 2, 0.5])

  /// Every optimizer, schedule, penalty, corruption and dropout, a target of zeros, and every task.
  static let stepKinds = [
    Steps(schedule: .cosine), Steps(schedule: .exponential(0.5), weightL2: 0.01),
    Steps(optimizer: .momentum(), learningRate: 0.1),
    Steps(
      optimizer: .momentum(coefficient: 0.5, isNesterov: true), schedule: .exponential(0.75)),
    Steps(optimizer: .adam(), learningRate: 0.05, schedule: .cosine),
    Steps(
      optimizer: .adam(firstDecay: 0.5, secondDecay: 0.75, epsilon: 0.001), learningRate: 0.05,
      weightL2: 0.01),
    Steps(corruption: .masking(level: 0.25)), Steps(corruption: .gaussian(deviation: 0.1)),
    Steps(corruption: .saltAndPepper(zeros: 0.3, ones: 0.01)),
    Steps(dropout: Dropout(input: 0.2, hidden: [0.5, 0.25])),
    Steps(
      optimizer: .momentum(), learningRate: 0.1, corruption: .masking(level: 0.25),
      dropout: Dropout(hidden: [0, 0.5])),
    Steps(targetZeros: 0.75), ordinal, Steps(task: .multiLabel, classWeights: [1, 2, 0.5]),
    Steps(task: .regression(mean: 3.5, deviation: 0.1)), Steps(classWeights: [1, 2, 0]),
    Steps(epochTies: .loss),
  ]

  init(hasSignMask: Bool, steps: Steps = Steps()) throws {
    self.hasSignMask = hasSignMask
    self.steps = steps
    training = try Self.data("training", rowCount: 23, task: steps.task)
    validation = try Self.data("validation", rowCount: 11, task: steps.task)
  }

  /// Rows whose class is the greatest of their first three features, whose labels are those that are
  /// above 0, or whose number is the first.
  static func data(_ name: String, rowCount: Int, task: LearningTask? = nil) throws -> Dataset {
    var stream = Seed(5).stream(name)
    let rows = stream.rows(rowCount, 6, zeroFraction: 0.2)
    let classes = (0..<rowCount).map { row in
      Int32((0..<3).max { rows[row, $0] < rows[row, $1] }!)
    }
    let targets: Dataset.Targets
    switch task {
    case .multiLabel:
      targets = .sets(
        ClassSets((0..<rowCount).map { row in (0..<3).filter { rows[row, Int($0)] > 0 } }))
    case .regression: targets = .reals(Matrix(rows: (0..<rowCount).map { [rows[$0, 0]] }))
    default: targets = .classes(classes)
    }
    let isReal = if case .reals = targets { true } else { false }
    return try Dataset(
      name: name, features: .floats(rows), targets: targets,
      labels: isReal ? [] : ["a", "b", "c"],
      imageShape: ImageShape(height: 2, width: 3, channels: 1))
  }

  func begun(_ execution: Execution) throws -> TrainingRun {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: [8, 5], hasSignMask: hasSignMask, head: head)
    return try TrainingRun(
      Network(architecture, seed: Seed(3)), training: training, validation: validation,
      options: TrainingOptions(
        activationL1: steps.targetZeros == nil ? [0.001, 0.002] : [0.001, 0.001],
        targetZeros: steps.targetZeros, weightL2: steps.weightL2, optimizer: steps.optimizer,
        learningRate: steps.learningRate, schedule: steps.schedule, batchSize: 5, epochCount: 3,
        epochSampleCount: steps.epochSampleCount, epochTies: steps.epochTies, seed: Seed(3),
        corruption: steps.corruption,
        dropout: steps.dropout, task: steps.task, classWeights: steps.classWeights),
      execution: execution)
  }

  private var head: OutputHead {
    switch steps.task {
    case .multiLabel: .logistic(outputCount: 3)
    case .regression: .identity(outputCount: 1)
    default: .softmax(classCount: 3)
    }
  }

  func resumed(_ checkpoint: Checkpoint, _ execution: Execution) throws -> TrainingRun {
    try TrainingRun(
      resuming: checkpoint, training: training, validation: validation, execution: execution)
  }

  /// Ways to run, each unlike the one before in threads, kernels and, if possible, instructions.
  static func execution(_ number: Int) -> Execution {
    let sets = InstructionSet.available.sorted { $0.rawValue < $1.rawValue }
    let kernels = Execution.Kernels.allCases
    return Execution(
      threadCount: 1 + number % 4, instructionSet: sets[number % sets.count],
      kernels: kernels[number % kernels.count])
  }
}
