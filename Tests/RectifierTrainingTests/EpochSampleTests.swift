// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Runs whose epochs are no passes over the data.
@Suite struct EpochSampleTests {
  private let problem = RealTraining(head: .softplus(outputCount: 4))
  private static let dropout = Dropout(input: 0.1, hidden: [0.5, 0])

  private func run(
    _ epochSampleCount: Int?, corruption: Corruption = .none, dropout: Dropout = .none,
    _ execution: Execution = .default
  ) throws -> TrainingRun {
    try TrainingRun(
      problem.network(), training: problem.data(),
      validation: problem.data("validation", rowCount: 11),
      options: TrainingOptions(
        activationL1: [0.001, 0], optimizer: .adam(), learningRate: 0.01, schedule: .cosine,
        batchSize: 5, epochCount: 3, epochSampleCount: epochSampleCount, seed: Seed(3),
        corruption: corruption, dropout: dropout),
      execution: execution)
  }

  /// Each step against the gradient of its batch, cut from pass after pass: within a pass, over its
  /// end, and several passes an epoch.
  @Test(arguments: [5, 7, 23, 24, 50], [Corruption.none, .masking(level: 0.25)])
  func stepsSeeTheSamplesInOrder(epochSampleCount: Int, corruption: Corruption) throws {
    let data = try problem.data()
    guard case .floats(let features) = data.features, case .reals(let targets) = data.targets
    else { return }
    let samples = SampleOrderTests.samples(
      count: 3 * epochSampleCount, rowCount: 23, seed: Seed(3))
    let run = try run(epochSampleCount, corruption: corruption)
    #expect(run.stepCount == (epochSampleCount + 4) / 5)
    for epoch in 0..<3 {
      let epochSamples = samples[epoch * epochSampleCount..<(epoch + 1) * epochSampleCount]
      for (step, begin) in stride(from: 0, to: epochSampleCount, by: 5).enumerated() {
        let batch = epochSamples.dropFirst(begin).prefix(5)
        let seen = batch.map { sample in
          corruption.corrupted(
            Matrix(rows: [features.row(Int(sample.row))]), rows: [Int(sample.row)], seed: Seed(3),
            epoch: sample.pass
          ).row(0)
        }
        let expected = run.last.network.gradient(
          of: Matrix(rows: seen),
          targets: .reals(Matrix(rows: batch.map { targets.row(Int($0.row)) })),
          activationL1: [0.001, 0])
        let report = try run.step()
        #expect(report.loss == expected.loss && report.sampleCount == batch.count)
        #expect((report.epoch, report.step) == (epoch + 1, step + 1))
      }
      #expect(run.reports.count == epoch + 1)
    }
    #expect(run.isFinished)
  }

  @Test func asManySamplesAsRowsAreNothingNew() throws {
    let (plain, counted) = (
      try run(nil, corruption: .masking(level: 0.25), dropout: Self.dropout),
      try run(23, corruption: .masking(level: 0.25), dropout: Self.dropout)
    )
    #expect(try plain.networks() == counted.networks())
    #expect(plain.plainReports == counted.plainReports)
  }

  @Test(arguments: [7, 50])
  func noExecutionShows(epochSampleCount: Int) throws {
    let corruption = Corruption.gaussian(deviation: 0.1)
    let expected = try run(
      epochSampleCount, corruption: corruption, dropout: Self.dropout, HeadTrainingTests.plain
    ).networks()
    for execution in NetworkGradientTests.executions {
      #expect(
        try run(epochSampleCount, corruption: corruption, dropout: Self.dropout, execution)
          .networks() == expected)
    }
  }

  /// Two passes of one epoch hide other inputs of a row.
  @Test func aRowThatComesTwiceIsCorruptedInTwoWays() {
    let row = Matrix(rows: [[Float](repeating: 1, count: 100)])
    let seen = [1, 2].map { pass in
      Corruption.masking(level: 0.25).corrupted(row, rows: [4], seed: Seed(3), epoch: pass)
    }
    #expect(seen[0] != seen[1])
  }
}
