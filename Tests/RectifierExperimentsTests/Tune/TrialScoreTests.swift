// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct TrialScoreTests {
  private func record(
    error: Double? = nil, _ measures: [Measure: Double] = [:]
  ) throws -> TrialRecord {
    let scratch = try ScratchFolder()
    var configuration = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    (configuration.hiddenWidths, configuration.epochCount) = ([], 1)
    let trial = try Trial(configuration)
    let sweep = try Sweep(
      [trial], in: SweepFolder(at: scratch.file("sweep")), workerCount: 1, environment: [:])
    var record = try #require(try sweep.run().records[0])
    record.results?.validationErrorRate = error
    record.results?.validationMeasures = measures
    return record
  }

  @Test(
    arguments: [
      (0.25, [:], .score(.errorRate), 0.25),
      (0.25, [.rootMeanSquareError: 0.5], .score(.rootMeanSquareError), 0.5),
      (nil, [.rootMeanSquareError: 12], .score(.rootMeanSquareError), 12),
      (nil, [.microF1: 0.75], .microF1, 0.75),
      (0.25, [.weightedErrorRate: 0.5], .score(.weightedErrorRate), 0.5),
    ] as [(Double?, [Measure: Double], TrialMetric, Double)])
  func aTaskHasItsOwn(
    error: Double?, measures: [Measure: Double], metric: TrialMetric, value: Double
  ) throws {
    let record = try record(error: error, measures)
    #expect(record.results.map(TrialMetric.init) == metric)
    #expect(TrialScore(record, by: metric)?.value == value)
  }

  @Test func namesReadBack() throws {
    for metric in TrialMetric.all { #expect(try TrialMetric.named(metric.name) == metric) }
    #expect(throws: ConfigurationError.self) { try TrialMetric.named("f1") }
  }

  @Test func theBestIsTheLeast() throws {
    let scores = try [0.2, 0.8].map {
      try record(error: $0, [.microF1: $0, .rootMeanSquareError: $0])
    }
    func isLess(_ metric: TrialMetric) throws -> Bool {
      try #require(TrialScore(scores[0], by: metric)) < #require(TrialScore(scores[1], by: metric))
    }
    #expect(try isLess(.score(.errorRate)) && isLess(.score(.rootMeanSquareError)))
    #expect(try !isLess(.microF1))
  }

  @Test func withoutAMeasureOrAResultThereIsNone() throws {
    var record = try record(error: 0.5)
    #expect(TrialScore(record, by: .score(.rootMeanSquareError)) == nil)
    record.results = nil
    #expect(TrialScore(record, by: .score(.errorRate)) == nil)
  }
}
