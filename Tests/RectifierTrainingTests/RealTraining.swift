// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining

/// A network 6-20-17-4 with any head, on 23 rows whose targets are functions of their features.
struct RealTraining {
  let head: OutputHead
  var initializer = Initializer.heNormal
  var optimizer = Optimizer.sgd
  var schedule = LearningRateSchedule.constant
  var weightL2: Float = 0

  func data(_ name: String = "training", rowCount: Int = 23) throws -> Dataset {
    var stream = Seed(5).stream(name)
    let rows = stream.rows(rowCount, 6, zeroFraction: 0.2)
    let labels = (0..<(head.classCount ?? 0)).map { "class \($0)" }
    return try Dataset(
      name: name, features: .floats(rows), targets: targets(rows), labels: labels)
  }

  private func targets(_ rows: Matrix) -> Dataset.Targets {
    if head.classCount != nil {
      return .classes(
        (0..<rows.rowCount).map { row in
          Int32((0..<head.outputCount).max { rows[row, $0] < rows[row, $1] }!)
        })
    }
    return .reals(
      Matrix(
        rows: (0..<rows.rowCount).map { row in
          (0..<head.outputCount).map { o in
            let value = rows[row, o] * rows[row, o + 1]
            if case .logistic = head { return value > 0 ? 1 : 0 }
            return abs(value)
          }
        }))
  }

  func network() throws -> Network {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: [20, 17], activations: [.rectifier, .softplus(sharpness: 2)],
      hasSignMask: true, head: head)
    return Network(architecture, seed: Seed(3), initializer: initializer)
  }

  func run(
    _ execution: Execution, training: Dataset? = nil, rate: Float = 0.05, epochCount: Int = 3
  ) throws -> TrainingRun {
    try TrainingRun(
      network(), training: training ?? data(), validation: data("validation", rowCount: 11),
      options: TrainingOptions(
        activationL1: [0.001, 0], weightL2: weightL2, optimizer: optimizer, learningRate: rate,
        schedule: schedule, batchSize: 5, epochCount: epochCount, seed: Seed(3)),
      execution: execution)
  }

  func resumed(_ checkpoint: Checkpoint, _ execution: Execution) throws -> TrainingRun {
    try TrainingRun(
      resuming: checkpoint, training: data(), validation: data("validation", rowCount: 11),
      execution: execution)
  }
}
