// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierTraining

@Suite struct RatioSumsTests {
  private func sums(_ pairs: [(Double, Double)]) -> RatioSums {
    var sums = RatioSums()
    for (a, b) in pairs { sums.add(a, over: b) }
    return sums
  }

  /// 1, 2, 3, 6: mean 3, variance 14/3, so that the error of the mean is √(14/12).
  @Test func overOnesItIsAMean() throws {
    let estimate = try #require(sums([1, 2, 3, 6].map { ($0, 1) }).estimate)
    let half = 1.959963984540054 * (14.0 / 12).squareRoot()
    #expect(estimate.value == 3)
    #expect(abs(estimate.interval95!.lowerBound - (3 - half)) < 1e-12)
    #expect(abs(estimate.interval95!.upperBound - (3 + half)) < 1e-12)
  }

  @Test func equalRatiosHaveNoSpread() {
    #expect(sums([(1, 2), (2, 4), (8, 16)]).estimate == Estimate(0.5, interval95: 0.5...0.5))
  }

  @Test func whatASampleDoesNotTell() {
    #expect(RatioSums().estimate == nil)
    #expect(sums([(1, 0), (2, 0)]).estimate == nil)
    #expect(sums([(3, 2)]).estimate == Estimate(1.5))
    #expect(sums([(.infinity, 1), (1, 1)]).estimate?.interval95 == nil)
  }

  @Test func samplesThatAreAlikeAreAddedAtOnce() {
    var counted = RatioSums()
    counted.add(2, over: 3, count: 3)
    counted.add(1, over: 3, count: 0)
    counted.add(0, over: 1, count: 2)
    #expect(counted == sums([(2, 3), (2, 3), (2, 3), (0, 1), (0, 1)]))
  }

  @Test func rootsOfIntervalsAreNotBelowZero() {
    let root = Estimate(4, interval95: -1...9).squareRoot
    #expect(root == Estimate(2, interval95: 0...3))
  }
}
