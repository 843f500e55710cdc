// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierAnalysis

@Suite struct SampleQuantilesTests {
  @Test func betweenTwoNumbersOnTheLine() {
    // numpy.quantile([7, 1, 4, 2], [0, .25, .5, .9, 1]).
    let found = SampleQuantiles.of([7, 1, 4, 2], levels: [0, 0.25, 0.5, 0.9, 1])
    #expect(found.isNear([1, 1.75, 3, 6.1, 7], 1e-12))
    #expect(SampleQuantiles.of([5], levels: [0.05, 0.95]) == [5, 5])
    #expect(SampleQuantiles.of([], levels: [0.5]) == [])
  }
}
