// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

@Suite struct CountedRateTests {
  /// SciPy: binomtest(count, sampleCount).proportion_ci(method="wilson")
  @Test(arguments: [
    (162, 10_000, 0.013904949781854473, 0.018866607041612204),
    (0, 20, 0, 0.16112515805281935), (20, 20, 0.8388748419471808, 1),
    (2121, 6200, 0.3303889468828629, 0.354000150904913),
  ])
  func interval(count: Int, sampleCount: Int, lower: Double, upper: Double) {
    let interval = CountedRate(count: count, sampleCount: sampleCount).interval95
    #expect(abs(interval.lowerBound - lower) < 1e-12)
    #expect(abs(interval.upperBound - upper) < 1e-12)
  }

  /// The pairs of table 1 of the paper that it prints as equal and as different.
  @Test func testOfTwoRates() {
    let best = CountedRate(count: 116, sampleCount: 10_000)
    let equal = CountedRate(count: 143, sampleCount: 10_000)
    let worse = CountedRate(count: 157, sampleCount: 10_000)
    #expect(abs(equal.standardErrors(above: best) - 1.69) < 0.01)
    #expect(abs(worse.standardErrors(above: best) - 2.50) < 0.01)
    #expect(!equal.differs(from: best))
    #expect(worse.differs(from: best))
    #expect(best.differs(from: worse))
    #expect(best.standardErrors(above: best) == 0)
  }

  @Test func rateOfAllOrNoneHasNoSpread() {
    let none = CountedRate(count: 0, sampleCount: 10)
    #expect(none.standardErrors(above: none) == 0)
    #expect(!none.differs(from: none))
  }
}
