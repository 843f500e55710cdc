// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import Testing

@testable import RectifierExperiments

@Suite struct WelchDifferenceTextTests {
  @Test func asText() throws {
    let samples = (SampleMoments([0.0140, 0.0150]), SampleMoments([0.0135, 0.0145]))
    let found = try #require(WelchDifference(samples.0, less: samples.1))
    #expect(found.points == "+0.05 points (−0.25 … +0.35)")
  }
}
