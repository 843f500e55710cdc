// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import Testing

@Suite struct SpreadTests {
  @Test(arguments: [
    ([3.0], 3.0, 3.0...3.0), ([2, 9, 4], 4, 2...9), ([4, 1, 3, 2], 3, 1...4),
  ])
  func theMiddleAndTheEnds(values: [Double], median: Double, range: ClosedRange<Double>) {
    let spread = Spread(values)
    #expect(spread.median == median)
    #expect(spread.range == range)
  }
}
