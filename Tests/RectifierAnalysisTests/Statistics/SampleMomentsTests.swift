// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierAnalysis

@Suite struct SampleMomentsTests {
  @Test func momentsAreThoseOfASample() {
    #expect(SampleMoments([]) == nil)
    #expect(SampleMoments([3])?.mean == 3)
    #expect(SampleMoments([3])?.standardDeviation == nil)
    #expect(SampleMoments([1, 2, 3, 4])?.mean == 2.5)
    #expect(SampleMoments([1, 3])?.standardDeviation == Double(2).squareRoot())
  }

  @Test func theIntervalOfAMeanIsStudents() throws {
    // SciPy 1.17: t.interval(0.95, 4, loc=mean, scale=sem).
    let interval = try #require(SampleMoments([1.40, 1.46, 1.39, 1.52, 1.43])?.interval95)
    #expect(abs(interval.lowerBound - 1.3748866) < 1e-5)
    #expect(abs(interval.upperBound - 1.5051134) < 1e-5)
    #expect(SampleMoments([1])?.interval95 == nil)
  }
}
