// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

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

  /// Calls `body` for each step of two epochs of 23 rows in batches of 5 with the epoch, the numbers of
  /// its rows in the data, their features and their targets.
  func forEachStep(
    _ body: (_ epoch: Int, _ rows: [Int], _ batch: Matrix, _ targets: Dataset.Targets) throws ->
      Void
  ) throws {
    let data = try data()
    guard case .floats(let features) = data.features, case .reals(let targets) = data.targets
    else { fatalError("steps: targets that are no reals") }
    for epoch in 1...2 {
      var order = (0..<23).map { $0 }
      var stream = Seed(3).stream("shuffle", epoch: epoch)
      stream.shuffle(&order)
      for begin in stride(from: 0, to: 23, by: 5) {
        let rows = Array(order[begin..<min(begin + 5, 23)])
        try body(
          epoch, rows, Matrix(rows: rows.map { features.row($0) }),
          .reals(Matrix(rows: rows.map { targets.row($0) })))
      }
    }
  }

  /// That a run which goes on from a checkpoint ends as one that was not stopped.
  func expectNoTrace(of stopped: TrainingRun, after whole: TrainingRun) throws {
    _ = try whole.networks()
    let second = try resumed(stopped.checkpoint(), Execution(threadCount: 3))
    _ = try second.networks()
    #expect(second.last == whole.last && second.plainReports == whole.plainReports)
  }

  func resumed(_ checkpoint: Checkpoint, _ execution: Execution) throws -> TrainingRun {
    try TrainingRun(
      resuming: checkpoint, training: data(), validation: data("validation", rowCount: 11),
      execution: execution)
  }
}
