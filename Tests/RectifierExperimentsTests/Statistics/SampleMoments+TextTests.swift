// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import Testing

@testable import RectifierExperiments

@Suite struct SampleMomentsTextTests {
  @Test func asText() {
    #expect(SampleMoments([0.0140, 0.0146])?.text == "1.43 ± 0.04 %")
    #expect(SampleMoments([0.0140])?.text == "1.40 %")
    #expect(SampleMoments([0.0140])?.percentageInterval == nil)
  }
}
