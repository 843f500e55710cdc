// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Runs that drop inputs and units.
@Suite struct DropoutTrainingTests {
  static let dropout = Dropout(input: 0.25, hidden: [0.5, 0.3])

  private func run(
    _ dropout: Dropout, corruption: Corruption = .none, batchSize: Int = 5,
    _ execution: Execution = .default
  ) throws -> TrainingRun {
    let problem = RealTraining(head: .softplus(outputCount: 4))
    return try TrainingRun(
      problem.network(), training: problem.data(),
      validation: problem.data("validation", rowCount: 11),
      options: TrainingOptions(
        activationL1: [0.001, 0], learningRate: 0.05, batchSize: batchSize, epochCount: 2,
        seed: Seed(3), corruption: corruption, dropout: dropout),
      execution: execution)
  }

  private func bits(_ network: Network) -> [UInt32] {
    network.tensors().flatMap { $0.values.map(\.bitPattern) }
  }

  /// A step's loss is that of the draw for its rows in its pass over the data, here an epoch, after
  /// corruption; so each sample has a mask of its own, and another one in each pass.
  @Test(arguments: [Corruption.none, .masking(level: 0.25)])
  func stepsDropWhatTheDrawSays(corruption: Corruption) throws {
    let run = try run(Self.dropout, corruption: corruption)
    try RealTraining(head: .softplus(outputCount: 4)).forEachStep { epoch, rows, batch, targets in
      let corrupted = corruption.corrupted(batch, rows: rows, seed: Seed(3), epoch: epoch)
      let expected = run.last.network.gradient(
        of: corrupted, targets: targets, activationL1: [0.001, 0],
        dropout: DropoutDraw(Self.dropout, seed: Seed(3), pass: epoch, rows: rows))
      let loss = try run.step().loss
      #expect(loss == expected.loss)
    }
  }

  /// The validation part sees every unit, unscaled.
  @Test func evaluationDropsNothing() throws {
    let run = try run(Dropout(input: 0.9, hidden: [0.9, 0.9]))
    _ = try run.epoch()
    let validation = try RealTraining(head: .softplus(outputCount: 4))
      .data("validation", rowCount: 11)
    let whole = try Evaluation.evaluate(run.last, on: validation)
    #expect(run.reports[0].validationLoss == whole.loss)
    #expect(run.reports[0].zeroFraction == whole.zeroFraction)
  }

  /// Softplus has no zeros of its own, the rectifier has more than were dropped.
  @Test func zerosOfAStepIncludeWhatWasDropped() throws {
    let run = try run(Dropout(hidden: [0.5, 0.5]), batchSize: 23)
    let report = try run.step()
    #expect(report.zeroFraction[0] > 0.6)
    #expect(abs(report.zeroFraction[1] - 0.5) < 0.1)
  }

  @Test func noExecutionShows() throws {
    let expected = try run(Self.dropout, HeadTrainingTests.plain)
    let networks = try expected.networks().map(bits)
    for execution in NetworkGradientTests.executions {
      let run = try run(Self.dropout, execution)
      #expect(try run.networks().map(bits) == networks)
    }
    #expect(try run(.none).networks().map(bits) != networks)
    #expect(try run(Dropout(hidden: Self.dropout.hidden)).networks().map(bits) != networks)
    #expect(try run(Dropout(input: 0.25)).networks().map(bits) != networks)
  }

  @Test(arguments: [1, 5, 7])
  func aStopDoesNotShow(stop: Int) throws {
    let first = try run(Self.dropout, Execution(threadCount: 2))
    for _ in 0..<stop { _ = try first.step() }
    try RealTraining(head: .softplus(outputCount: 4))
      .expectNoTrace(of: first, after: run(Self.dropout, HeadTrainingTests.plain))
  }

  /// A hidden unit without a value that is a number is found, dropped or not.
  @Test func notANumberIsNotDropped() throws {
    let architecture = try Architecture(
      inputCount: 2, hiddenWidths: [64], head: .identity(outputCount: 1))
    let network = Network(architecture, seed: Seed(2))
    for set in InstructionSet.available {
      let found = network.gradient(
        of: Matrix(rows: [[1, .infinity]]), targets: .reals(Matrix(rows: [[0]])),
        dropout: DropoutDraw(
          Dropout(input: 0.999, hidden: [0.999]), seed: Seed(1), pass: 1, rows: [0]),
        execution: Execution(threadCount: 1, instructionSet: set))
      #expect(found.loss.isNaN)
    }
  }
}
