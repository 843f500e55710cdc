// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

@testable import RectifierAnalysis

@Suite struct SampleMomentsEstimateTests {
  @Test func meanAndInterval() throws {
    let moments = try #require(SampleMoments([1, 2, 4]))
    #expect(moments.estimate == Estimate(7.0 / 3, interval95: moments.interval95))
    #expect(SampleMoments([3])?.estimate == Estimate(3))
    #expect(SampleMoments([1, .infinity])?.estimate == Estimate(.infinity))
  }
}
