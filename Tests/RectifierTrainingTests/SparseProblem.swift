// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// The same rows twice: dense, and as the entries that are not zero.
struct SparseProblem: Sendable, CustomTestStringConvertible {
  enum Form: CaseIterable, Sendable { case dense, sparse }

  var inputCount = 300
  var hiddenWidths = [20, 17]
  var zeroFraction: Float = 0.98
  var optimizer = Optimizer.sgd
  var weightL2: Float = 0
  var batchSize = 10
  var dropout = Dropout.none
  var corruption = Corruption.none

  var testDescription: String {
    "\(inputCount) → \(hiddenWidths), zeros \(zeroFraction), \(optimizer), L2 \(weightL2), batch"
      + " \(batchSize), \(dropout), \(corruption)"
  }

  /// Rows of which the first, one in the middle and the last have no entry at all; the second has its
  /// only ones at the borders of segments.
  func rows(_ name: String, rowCount: Int) -> Matrix {
    var stream = Seed(5).stream(name)
    var rows = stream.rows(rowCount, inputCount, zeroFraction: zeroFraction)
    for row in [0, rowCount / 2, rowCount - 1] {
      for column in 0..<inputCount { rows[row, column] = 0 }
    }
    for column in 0..<inputCount {
      rows[1, column] = [0, 63, 64, 127, 128, inputCount - 1].contains(column) ? 0.5 : 0
    }
    return rows
  }

  func data(_ form: Form, _ name: String = "training", rowCount: Int = 37) throws -> Dataset {
    let rows = rows(name, rowCount: rowCount)
    return try Dataset(
      name: name, features: form == .dense ? .floats(rows) : .sparse(SparseMatrix(rows)),
      targets: .classes((0..<Int32(rowCount)).map { $0 * 7 % 3 }), labels: ["a", "b", "c"])
  }

  func network() throws -> Network {
    let architecture = try Architecture(
      inputCount: inputCount, hiddenWidths: hiddenWidths, head: .softmax(classCount: 3))
    return Network(architecture, seed: Seed(3))
  }

  var options: TrainingOptions {
    TrainingOptions(
      activationL1: hiddenWidths.map { _ in 0.001 }, weightL2: weightL2, optimizer: optimizer,
      learningRate: optimizer == .sgd ? 0.3 : 0.01, batchSize: batchSize, epochCount: 2,
      seed: Seed(3), corruption: corruption, dropout: dropout)
  }

  func run(_ form: Form, _ execution: Execution = .default) throws -> TrainingRun {
    try TrainingRun(
      network(), training: data(form), validation: data(form, "validation", rowCount: 11),
      options: options, execution: execution)
  }

  /// The parameters after each epoch, and what was reported of them.
  func outcome(_ form: Form, _ execution: Execution) throws -> Outcome {
    let run = try run(form, execution)
    return Outcome(networks: try run.networks(), reports: run.plainReports)
  }

  struct Outcome: Equatable {
    var networks: [Network]
    var reports: [EpochReport]
  }

  /// One thread, portable, dense.
  static let plain = Execution(threadCount: 1, instructionSet: .portable, kernels: .dense)

  static let executions = InstructionSet.available.flatMap { set in
    Execution.Kernels.allCases.flatMap { kernels in
      [1, 2].map { Execution(threadCount: $0, instructionSet: set, kernels: kernels) }
    }
  }
}
