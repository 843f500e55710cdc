// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

/// Which of the values that were measured is a task's own score.
@Suite struct ScoredValuesTests {
  @Test(
    arguments: [
      (0.25, [:], .errorRate, 0.25),
      (0.25, [.weightedErrorRate: 0.5], .weightedErrorRate, 0.5),
      (
        0.25, [.weightedErrorRate: 0.5, .rootMeanSquareError: 0.75, .meanAbsoluteError: 0.125],
        .rootMeanSquareError, 0.75
      ),
      (nil, [.rootMeanSquareError: 0.75, .determination: -1], .rootMeanSquareError, 0.75),
      (nil, [.microF1: 0.875], .loss, 2), (nil, [:], .loss, 2),
    ] as [(Double?, [Measure: Double], TaskScore, Double)])
  func theTasksOwn(
    errorRate: Double?, measures: [Measure: Double], kind: TaskScore, score: Double
  ) {
    let values = ScoredValues(errorRate: errorRate, loss: 2, measures: measures)
    #expect(values.kind == kind && values.score == score)
    #expect(values[.errorRate] == errorRate && values[.loss] == 2)
    #expect(values[.rootMeanSquareError] == measures[.rootMeanSquareError])
  }

  @Test func aLossThatIsNotKnownIsNoScore() {
    let values = ScoredValues(errorRate: nil, loss: nil, measures: [.microF1: 0.5])
    #expect(values.kind == .loss && values.score == nil)
  }

  @Test func ratesAreRates() {
    #expect(TaskScore.allCases.filter(\.isRate) == [.errorRate, .weightedErrorRate])
    #expect(TaskScore.rootMeanSquareError.title == Measure.rootMeanSquareError.title)
    #expect(TaskScore.rootMeanSquareError.rawValue == Measure.rootMeanSquareError.rawValue)
  }
}
