// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Sparse and dense data give the same bytes.
@Suite struct SparseTrainingTests {
  /// Widths around a segment and a panel, densities on both sides of the one from which on rows are
  /// listed in segments, and each batch size.
  static let shapes = [
    SparseProblem(inputCount: 129, batchSize: 1), SparseProblem(inputCount: 65),
    SparseProblem(inputCount: 64, batchSize: 33), SparseProblem(inputCount: 40),
    SparseProblem(inputCount: 300, hiddenWidths: [], batchSize: 7),
    SparseProblem(inputCount: 2000, hiddenWidths: [140], zeroFraction: 0.995, batchSize: 33),
    SparseProblem(inputCount: 2000, hiddenWidths: [140], zeroFraction: 0.995, batchSize: 1),
    SparseProblem(inputCount: 200, zeroFraction: 0.7),
    SparseProblem(inputCount: 200, zeroFraction: 0),
    SparseProblem(inputCount: 200, zeroFraction: 1),
    SparseProblem(zeroFraction: 0.9, batchSize: 33),
  ]

  static let rules = [
    SparseProblem(optimizer: .momentum()),
    SparseProblem(optimizer: .momentum(isNesterov: true), batchSize: 1),
    SparseProblem(optimizer: .adam(), batchSize: 33), SparseProblem(weightL2: 0.01),
    SparseProblem(weightL2: 0.01, batchSize: 1),
    SparseProblem(optimizer: .adam(), weightL2: 0.01),
  ]

  static let changes = [
    SparseProblem(dropout: Dropout(hidden: [0.5, 0.3])),
    SparseProblem(dropout: Dropout(input: 0.25)),
    SparseProblem(dropout: Dropout(input: 0.25, hidden: [0.5, 0.3])),
    SparseProblem(corruption: .masking(level: 0.25)),
    SparseProblem(corruption: .saltAndPepper(zeros: 0.3, ones: 0.1)),
    SparseProblem(batchSize: 33, corruption: .gaussian(deviation: 0.1)),
    SparseProblem(dropout: Dropout(input: 0.25), corruption: .masking(level: 0.25)),
  ]

  @Test(arguments: shapes + rules + changes)
  func trainingOnSparseRowsGivesTheBytesOfDenseOnes(problem: SparseProblem) throws {
    let expected = try problem.outcome(.dense, SparseProblem.plain)
    for execution in SparseProblem.executions {
      #expect(try problem.outcome(.sparse, execution) == expected, "\(execution)")
    }
    #expect(expected.networks.last != (try problem.network()))
  }

  @Test(arguments: [1, 4, 5, 7], [SparseProblem(), SparseProblem(optimizer: .adam())])
  func aStopDoesNotShow(stop: Int, problem: SparseProblem) throws {
    let whole = try problem.run(.sparse, SparseProblem.plain)
    _ = try whole.networks()
    let first = try problem.run(.sparse, Execution(threadCount: 2))
    for _ in 0..<stop { _ = try first.step() }
    let second = try TrainingRun(
      resuming: first.checkpoint(), training: problem.data(.sparse),
      validation: problem.data(.sparse, "validation", rowCount: 11))
    _ = try second.networks()
    #expect(second.last == whole.last && second.plainReports == whole.plainReports)
  }

  /// Rows of words that no sample has stay as they were drawn.
  @Test func plainDescentLeavesUnseenInputsAlone() throws {
    let problem = SparseProblem()
    let data = try problem.data(.sparse)
    guard case .sparse(let matrix) = data.features else { fatalError("not sparse") }
    let seen = Set(matrix.columns)
    let run = try problem.run(.sparse)
    let before = run.last.network.parameters.weights(ofLayer: 0)
    _ = try run.networks()
    let after = run.last.network.parameters.weights(ofLayer: 0)
    let width = problem.hiddenWidths[0]
    for input in 0..<problem.inputCount {
      // [outputs × inputs]
      let isSame = (0..<width).allSatisfy {
        before[$0 * problem.inputCount + input].bitPattern
          == after[$0 * problem.inputCount + input].bitPattern
      }
      #expect(isSame == !seen.contains(UInt32(input)))
    }
  }

  @Test(arguments: shapes)
  func evaluationPredictionAndActivityAreTheSame(problem: SparseProblem) throws {
    let run = try problem.run(.dense)
    _ = try run.networks()
    let model = run.last
    let dense = try problem.data(.dense, "other", rowCount: 300)
    let sparse = try problem.data(.sparse, "other", rowCount: 300)
    let expected = try Evaluation.evaluate(model, on: dense, execution: SparseProblem.plain)
    let outputs = try model.outputs(for: dense, execution: SparseProblem.plain).bits
    let activity = try UnitActivity.measure(model, on: dense, execution: SparseProblem.plain)
    for execution in SparseProblem.executions {
      #expect(try Evaluation.evaluate(model, on: sparse, execution: execution) == expected)
      #expect(try model.outputs(for: sparse, execution: execution).bits == outputs)
      #expect(try UnitActivity.measure(model, on: sparse, execution: execution) == activity)
    }
    let rounded = try model.outputs(for: dense, precision: .bfloat16).bits
    #expect(try model.outputs(for: sparse, precision: .bfloat16).bits == rounded)
  }

  @Test(arguments: shapes.filter { !$0.hiddenWidths.isEmpty })
  func codesAreTheSame(problem: SparseProblem) throws {
    let network = try problem.network()
    let (dense, sparse) = (try problem.data(.dense), try problem.data(.sparse))
    let codes = network.codes(of: dense, execution: SparseProblem.plain).bits
    let sums = network.preActivations(of: dense, execution: SparseProblem.plain).bits
    for execution in SparseProblem.executions {
      #expect(network.codes(of: sparse, execution: execution).bits == codes)
      #expect(network.preActivations(of: sparse, execution: execution).bits == sums)
    }
  }

  @Test(arguments: shapes, [nil, Dropout(hidden: [0.5]), Dropout(input: 0.25)])
  func gradientsAreTheSame(problem: SparseProblem, dropout: Dropout?) throws {
    let network = try problem.network()
    let layerCount = problem.hiddenWidths.count
    let draw = dropout.map { dropout in
      let hidden = dropout.hidden.isEmpty ? [] : [Float](repeating: 0.5, count: layerCount)
      return DropoutDraw(
        Dropout(input: dropout.input, hidden: hidden), seed: Seed(2), pass: 1,
        rows: Array(0..<37))
    }
    let rows = problem.rows("training", rowCount: 37)
    let targets = try problem.data(.dense).targets
    let expected = network.gradient(
      of: rows, targets: targets, weightL2: 0.01, dropout: draw, execution: SparseProblem.plain)
    for execution in SparseProblem.executions {
      let found = network.gradient(
        of: SparseMatrix(rows), targets: targets, weightL2: 0.01, dropout: draw,
        execution: execution)
      #expect(found.gradient == expected.gradient && found.loss == expected.loss)
    }
  }
}
