// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierAnalysis

@Suite struct AffineMapTests {
  /// y = (x₀ + 2x₁ + 5, 3x₀ − x₁ − 1).
  private let map = AffineMap(inputCount: 2, matrix: [1, 2, 3, -1], offset: [5, -1])

  @Test func outputsAreSumsOfInputs() {
    #expect(map.outputs(for: [10, 100]) == [215, -71])
    #expect(map.row(1) == [3, -1] && map.outputCount == 2)
  }

  @Test func aLayerGoesThroughOpenGates() {
    // z = 7y₀ + 11y₁ + 13 with y₁ closed, then with y₁ turned round.
    let closed = map.followed(by: [7, 11], biases: [13], gates: [1, 0])
    #expect(closed == AffineMap(inputCount: 2, matrix: [7, 14], offset: [48]))
    let turned = map.followed(by: [7, 11], biases: [13], gates: [1, -1])
    #expect(turned == AffineMap(inputCount: 2, matrix: [-26, 25], offset: [59]))
    let shut = map.followed(by: [7, 11], biases: [13], gates: [0, 0])
    #expect(shut.outputs(for: [3, 4]) == [13])
  }
}
