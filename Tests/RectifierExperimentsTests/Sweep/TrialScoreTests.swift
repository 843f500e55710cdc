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
      (0.25, [:], .error, "25.00 %"), (0.25, [.rootMeanSquareError: 0.5], .rmse, "0.5000"),
      (nil, [.rootMeanSquareError: 12], .rmse, "12.0000"),
      (nil, [.microF1: 0.75], .microF1, "0.7500"),
      (0.25, [.weightedErrorRate: 0.5], .weightedError, "50.00 %"),
    ] as [(Double?, [Measure: Double], TrialMetric, String)])
  func aTaskHasItsOwn(
    error: Double?, measures: [Measure: Double], metric: TrialMetric, text: String
  ) throws {
    let record = try record(error: error, measures)
    #expect(record.results.flatMap(TrialMetric.init) == metric)
    #expect(TrialScore(record, by: metric)?.text == text)
  }

  @Test func theBestIsTheLeast() throws {
    let scores = try [0.2, 0.8].map {
      try record(error: $0, [.microF1: $0, .rootMeanSquareError: $0])
    }
    func isLess(_ metric: TrialMetric) throws -> Bool {
      try #require(TrialScore(scores[0], by: metric)) < #require(TrialScore(scores[1], by: metric))
    }
    #expect(try isLess(.error) && isLess(.rmse))
    #expect(try !isLess(.microF1))
  }

  @Test func withoutAMeasureOrAResultThereIsNone() throws {
    var record = try record(error: 0.5)
    #expect(TrialScore(record, by: .rmse) == nil)
    record.results = nil
    #expect(TrialScore(record, by: .error) == nil)
  }
}
