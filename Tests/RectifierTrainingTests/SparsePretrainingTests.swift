// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Layers that are pre-trained on sparse rows become those that dense ones make of them.
@Suite struct SparsePretrainingTests {
  private func data(
    _ form: SparseProblem.Form, _ name: String = "training", rowCount: Int = 40
  ) throws -> Dataset {
    var stream = Seed(5).stream(name)
    var rows = stream.fractions(rowCount, 150)
    for row in 0..<rowCount {
      for column in 0..<150 where stream.uniform() < 0.95 || row == 3 { rows[row, column] = 0 }
    }
    return try Dataset(
      name: name, features: form == .dense ? .floats(rows) : .sparse(SparseMatrix(rows)),
      targets: .none)
  }

  private func run(
    _ problem: SmallPretraining, _ form: SparseProblem.Form, _ execution: Execution = .default
  ) throws -> PretrainingRun {
    let architecture = try Architecture(
      inputCount: 150, hiddenWidths: [10, 7], activations: [problem.activation],
      head: .softmax(classCount: 3))
    return try PretrainingRun(
      Network(architecture, seed: Seed(3)), training: data(form),
      validation: data(form, "validation", rowCount: 12), options: problem.options,
      execution: execution)
  }

  static let problems =
    Reconstruction.allCases.map { SmallPretraining(reconstruction: $0) } + [
      SmallPretraining(reconstruction: .logistic, corruption: .none),
      SmallPretraining(reconstruction: .logistic, decoderBiases: .mean),
      SmallPretraining(
        reconstruction: .logistic, corruption: .saltAndPepper(zeros: 0.4, ones: 0.4)),
      SmallPretraining(reconstruction: .logistic, tiesWeights: true),
      SmallPretraining(reconstruction: .softplus, corruption: .none, tiesWeights: true),
    ]

  @Test(arguments: problems.indices)
  func layersAreThoseOfDenseRows(number: Int) throws {
    let problem = Self.problems[number]
    let expected = try run(problem, .dense, SparseProblem.plain)
    try expected.finish()
    for threadCount in [1, 2] {
      let found = try run(problem, .sparse, Execution(threadCount: threadCount))
      try found.finish()
      #expect(found.bits == expected.bits && found.plainReports == expected.plainReports)
    }
  }

  @Test func aStopDoesNotShow() throws {
    let problem = SmallPretraining(reconstruction: .logistic)
    let whole = try run(problem, .sparse)
    try whole.finish()
    let first = try run(problem, .sparse)
    _ = try first.epoch()
    _ = try first.epoch { $0.step < 2 }
    let second = try PretrainingRun(
      Network(first.architecture, seed: Seed(3)), after: first.autoencoders,
      checkpoint: first.checkpoint(), training: data(.sparse),
      validation: data(.sparse, "validation", rowCount: 12), options: problem.options)
    try second.finish()
    #expect(second.bits == whole.bits)
  }

  /// What a logistic decoder cannot give back is found among the entries.
  @Test func inputsBeyondTheDecoderAreRefused() throws {
    var builder = SparseMatrix.Builder()
    for row in 0..<10 {
      builder.add(column: 2, value: row == 7 ? 1.5 : 1)
      builder.endRow()
    }
    let data = try Dataset(
      name: "words", features: .sparse(builder.matrix(columnCount: 12)), targets: .none)
    let problem = SmallPretraining(reconstruction: .logistic)
    let expected = PretrainingError.inputNotReachable(
      data: "words", row: 7, column: 2, found: 1.5, reconstruction: .logistic)
    #expect(throws: expected) {
      try PretrainingRun(
        problem.network(), training: data, validation: data, options: problem.options)
    }
  }
}
