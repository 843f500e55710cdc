// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierAnalysis

@Suite struct EffectiveCountTests {
  @Test func equalPartsAreAllOfThem() throws {
    for count in [1, 3, 10] {
      let parts = [Double](repeating: 0.7, count: count) + [0, 0]
      #expect(abs(try #require(EffectiveCount.ofEntropy(parts)) - Double(count)) < 1e-12)
      #expect(abs(try #require(EffectiveCount.ofSquares(parts)) - Double(count)) < 1e-12)
    }
  }

  @Test func unequalPartsAreFewer() throws {
    // exp(1.0397208) of halves and quarters; 1/(1/4 + 1/16 + 1/16).
    #expect(abs(try #require(EffectiveCount.ofEntropy([2, 1, 1])) - 2.8284271) < 1e-6)
    #expect(abs(try #require(EffectiveCount.ofSquares([2, 1, 1])) - 8.0 / 3) < 1e-12)
  }

  @Test func nothingIsNotDivided() {
    #expect(EffectiveCount.ofEntropy([0, 0]) == nil && EffectiveCount.ofSquares([]) == nil)
  }
}
