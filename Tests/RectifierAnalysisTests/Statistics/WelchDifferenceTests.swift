// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierAnalysis

@Suite struct WelchDifferenceTests {
  private let first = SampleMoments([1.40, 1.46, 1.39, 1.52, 1.43])
  private let second = SampleMoments([1.61, 1.55, 1.72])

  /// SciPy 1.17: ttest_ind(equal_var=False).
  @Test func itIsThatOfAnotherProgram() throws {
    let found = try #require(WelchDifference(first, less: second))
    #expect(abs(found.difference - -0.1866667) < 1e-6)
    #expect(abs(found.difference / found.standardError - -3.3923822) < 1e-6)
    #expect(abs(found.degreesOfFreedom - 2.9146315) < 1e-6)
    #expect(abs(found.interval95.lowerBound - -0.3647192) < 1e-4)
    #expect(abs(found.interval95.upperBound - -0.0086141) < 1e-4)
  }

  @Test func turnedRoundItHasTheOtherSign() throws {
    let found = try #require(WelchDifference(first, less: second))
    let turned = try #require(WelchDifference(second, less: first))
    #expect(turned.difference == -found.difference)
    #expect(turned.interval95.lowerBound == -found.interval95.upperBound)
  }

  @Test func samplesWithoutASpreadHaveNone() {
    #expect(WelchDifference(SampleMoments([1]), less: second) == nil)
    #expect(WelchDifference(nil, less: second) == nil)
    #expect(WelchDifference(SampleMoments([1, 1]), less: SampleMoments([2, 2])) == nil)
    #expect(WelchDifference(SampleMoments([1, 1]), less: second) != nil)
  }
}
