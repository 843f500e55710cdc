// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierExperiments

@Suite struct ConfusionPairTests {
  @Test func theMostFrequentComeFirstAndEqualOnesInOrder() {
    let pairs = ConfusionPair.all(of: [[9, 2, 0], [5, 9, 2], [2, 0, 9]])
    #expect(pairs.map(\.count) == [5, 2, 2, 2])
    #expect(pairs.map(\.truth) == [1, 0, 1, 2])
    #expect(pairs.map(\.prediction) == [0, 1, 2, 0])
    #expect(ConfusionPair.all(of: [[3, 0], [0, 4]]).isEmpty)
  }
}
