// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// A network 6-20-17 with four outputs, or one, on 23 rows whose targets are functions of their
/// features.
struct TaskTraining: Sendable, CustomTestStringConvertible {
  let task: LearningTask
  var classWeights: [Float] = []

  static let levels = [1, 2.5, 4, 7.5]
  static let all = [
    TaskTraining(task: .ordinal(levels: levels)), TaskTraining(task: .multiLabel),
    TaskTraining(task: .regression(mean: 3.5, deviation: 0.75)),
    TaskTraining(task: .classification, classWeights: [0.5, 3, 0, 1.25]),
    TaskTraining(task: .multiLabel, classWeights: [0.5, 3, 0, 1.25]),
    TaskTraining(task: .ordinal(levels: levels), classWeights: [2, 1, 1, 0.25]),
  ]

  var testDescription: String { "\(task) weights \(classWeights)" }

  var head: OutputHead {
    switch task {
    case .classification, .ordinal: .softmax(classCount: 4)
    case .multiLabel: .logistic(outputCount: 4)
    case .regression: .identity(outputCount: 1)
    }
  }

  func data(_ name: String = "training", rowCount: Int = 23) throws -> Dataset {
    var stream = Seed(5).stream(name)
    let rows = stream.rows(rowCount, 6, zeroFraction: 0.2)
    let labels: [String]
    let targets: Dataset.Targets
    switch task {
    case .classification, .ordinal:
      labels = Self.levels.map { "\($0)" }
      targets = .classes(
        (0..<rowCount).map { row in
          Int32((0..<4).max { rows[row, $0] < rows[row, $1] }!)
        })
    case .multiLabel:
      labels = ["a", "b", "c", "d"]
      targets = .sets(
        ClassSets((0..<rowCount).map { row in (0..<4).filter { rows[row, Int($0)] > 0.3 } }))
    case .regression:
      labels = []
      targets = .reals(Matrix(rows: (0..<rowCount).map { [rows[$0, 0] * rows[$0, 1]] }))
    }
    return try Dataset(name: name, features: .floats(rows), targets: targets, labels: labels)
  }

  func network() throws -> Network {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: [20, 17], activations: [.rectifier, .softplus(sharpness: 2)],
      head: head)
    return Network(architecture, seed: Seed(3), initializer: .heNormal)
  }

  func options(rate: Float = 0.05, epochCount: Int = 3) -> TrainingOptions {
    TrainingOptions(
      activationL1: [0.001, 0], learningRate: rate, batchSize: 5, epochCount: epochCount,
      seed: Seed(3), task: task, classWeights: classWeights)
  }

  func run(
    _ execution: Execution = .default, options: TrainingOptions? = nil, training: Dataset? = nil,
    validation: Dataset? = nil
  ) throws -> TrainingRun {
    try TrainingRun(
      network(), training: training ?? data(),
      validation: validation ?? data("validation", rowCount: 11),
      options: options ?? self.options(), execution: execution)
  }

  func resumed(_ checkpoint: Checkpoint, _ execution: Execution) throws -> TrainingRun {
    try TrainingRun(
      resuming: checkpoint, training: data(), validation: data("validation", rowCount: 11),
      execution: execution)
  }
}
