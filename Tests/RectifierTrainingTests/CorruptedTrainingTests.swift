// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Runs whose training batches are corrupted.
@Suite struct CorruptedTrainingTests {
  private func run(
    _ corruption: Corruption, _ execution: Execution = .default
  ) throws -> TrainingRun {
    let problem = RealTraining(head: .softplus(outputCount: 4))
    return try TrainingRun(
      problem.network(), training: problem.data(),
      validation: problem.data("validation", rowCount: 11),
      options: TrainingOptions(
        activationL1: [0.001, 0], learningRate: 0.05, batchSize: 5, epochCount: 2, seed: Seed(3),
        corruption: corruption),
      execution: execution)
  }

  private func bits(_ network: Network) -> [UInt32] {
    network.tensors().flatMap { $0.values.map(\.bitPattern) }
  }

  /// Features are corrupted, targets are not, and the report is of the batch as it was seen.
  @Test(arguments: CorruptionTests.kinds)
  func stepsSeeCorruptedFeaturesAndCleanTargets(corruption: Corruption) throws {
    let run = try run(corruption)
    try RealTraining(head: .softplus(outputCount: 4)).forEachStep { epoch, rows, batch, targets in
      let expected = run.last.network.gradient(
        of: corruption.corrupted(batch, rows: rows, seed: Seed(3), epoch: epoch),
        targets: targets, activationL1: [0.001, 0])
      let loss = try run.step().loss
      #expect(loss == expected.loss)
    }
  }

  /// The validation part is measured as it is.
  @Test func validationStaysClean() throws {
    let run = try run(.masking(level: 1))
    _ = try run.epoch()
    let validation = try RealTraining(head: .softplus(outputCount: 4))
      .data("validation", rowCount: 11)
    let clean = try Evaluation.evaluate(run.last, on: validation)
    #expect(run.reports[0].validationLoss == clean.loss)
  }

  @Test(arguments: CorruptionTests.kinds)
  func noExecutionShows(corruption: Corruption) throws {
    let expected = try run(corruption, HeadTrainingTests.plain)
    let networks = try expected.networks().map(bits)
    for execution in NetworkGradientTests.executions {
      let run = try run(corruption, execution)
      #expect(try run.networks().map(bits) == networks)
    }
    #expect(try run(.none).networks().map(bits) != networks)
  }

  @Test(arguments: CorruptionTests.kinds, [1, 5, 7])
  func aStopDoesNotShow(corruption: Corruption, stop: Int) throws {
    let first = try run(corruption, Execution(threadCount: 2))
    for _ in 0..<stop { _ = try first.step() }
    try RealTraining(head: .softplus(outputCount: 4))
      .expectNoTrace(of: first, after: run(corruption, HeadTrainingTests.plain))
  }

  @Test(arguments: [
    Corruption.masking(level: 1.5), .saltAndPepper(zeros: 0.7, ones: 0.7), .gaussian(deviation: -1),
  ])
  func impossibleLevelsAreRefused(corruption: Corruption) {
    let error = #expect(throws: TrainingError.self) { try run(corruption) }
    guard case .invalidOption("corruption", _, let found) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == corruption.name)
  }
}
