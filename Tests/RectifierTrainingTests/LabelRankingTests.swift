// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierTraining

@Suite struct LabelRankingTests {
  private func ranking(_ samples: [(outputs: [Float], truth: [Int32])]) -> LabelRanking {
    var ranking = LabelRanking(outputCount: samples[0].outputs.count)
    for (outputs, truth) in samples {
      outputs.withUnsafeBufferPointer { ranking.add($0, truth: truth) }
    }
    return ranking
  }

  @Test func byHand() throws {
    let found = ranking([
      ([0.1, 0.9, 0.5], [1]), ([0.1, 0.9, 0.5], [0, 2]), ([3, 2, 1], [0, 1, 2]), ([1, 2, 3], []),
    ])
    #expect(found.sampleCount == 3 && found.labelCount == 6)
    #expect(found.hitCounts == [1 + 0 + 1, 1 + 1 + 2, 1 + 2 + 3])
    #expect(found.precision(at: 1)?.value == 2.0 / 3 && found.precision(at: 2)?.value == 4.0 / 6)
    #expect(found.recall(at: 1)?.value == 2.0 / 6 && found.recall(at: 3)?.value == 1)
    let wilson = CountedRate(count: 2, sampleCount: 3).interval95
    #expect(found.precision(at: 1)?.interval95 == wilson)
  }

  @Test func ofEqualOutputsTheLowerLabelComesFirst() {
    let outputs: [Float] = [1, 5, 5, 1, 5, 0, 5]
    for (label, rank) in [(1, 1), (2, 2), (4, 3), (6, 4), (0, 5)] {
      let hits = ranking([(outputs, [Int32(label)])]).hitCounts
      #expect(hits == (1...5).map { $0 >= rank ? 1 : 0 })
    }
    #expect(ranking([(outputs, [3])]).hitCounts == [0, 0, 0, 0, 0])
  }

  @Test func samplesWithoutLabelsAreLeftOut() {
    let none = ranking([([1, 2], []), ([2, 1], [])])
    #expect(none.sampleCount == 0 && none.precision(at: 1) == nil && none.recall(at: 2) == nil)
    #expect(none.measures.isEmpty)
  }
}
