// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierExperiments

@Suite struct TuneRungsTests {
  @Test(
    arguments: [
      (20, [3, 7, 20]), (9, [2, 3, 9]), (6, [2, 6]), (4, [2, 4]), (2, [2]), (1, [1]),
      (100, [12, 34, 100]),
    ] as [(Int, [Int])])
  func epochs(count: Int, expected: [Int]) {
    #expect(TuneRungs.epochCounts(of: count) == expected)
  }

  @Test(arguments: [(9, 3), (8, 3), (4, 2), (3, 1), (2, 1), (1, 1)])
  func survivors(count: Int, expected: Int) {
    #expect(TuneRungs.survivorCount(of: count) == expected)
  }
}
