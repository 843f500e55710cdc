// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

@testable import RectifierAnalysis

@Suite struct RankCorrelationTests {
  @Test func equalNumbersShareTheMeanRank() {
    #expect(RankCorrelation.ranks([3, 1, 3, 2, 3]) == [4, 1, 4, 2, 4])
    #expect(RankCorrelation.ranks([]) == [])
  }

  @Test func spearmansByHand() throws {
    // SciPy 1.17: spearmanr; the ends are tanh(atanh ρ ± 1.959964 √(1.06/5)).
    let a = [1.0, 2, 3, 4, 5, 6, 7, 8]
    let b = [2.0, 1, 4, 3, 7, 8, 6, 5]
    let found = try #require(RankCorrelation.estimate(a, b))
    #expect(abs(found.value - 0.738095238095238) < 1e-12)
    let interval = try #require(found.interval95)
    #expect(abs(interval.lowerBound - 0.0438188) < 1e-6)
    #expect(abs(interval.upperBound - 0.9516250) < 1e-6)
  }

  @Test func whatNeverChangesHasNone() {
    #expect(RankCorrelation.estimate([1, 1, 1], [1, 2, 3]) == nil)
    #expect(RankCorrelation.estimate([], []) == nil)
    #expect(RankCorrelation.estimate([1, 2, 3], [9, 8, 7]) == Estimate(-1))
    #expect(RankCorrelation.estimate([1, 2], [3, 4]) == Estimate(1))
  }
}
