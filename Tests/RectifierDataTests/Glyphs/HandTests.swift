// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

extension Hand {
  /// A hand without errors that writes a unit as a pixel.
  static func steady(
    roundness: Float = 1 / 3, pixelsPerUnit: Float = 1, width: Float = 1, smallHeight: Float = 1,
    depth: Float = 1, taper: Float = 0, lean: Float = 0
  ) -> Hand {
    Hand(
      penRadius: 1, roundness: roundness, pixelsPerUnit: pixelsPerUnit, width: width,
      smallHeight: smallHeight, depth: depth, taper: taper, lean: lean, unsteadiness: 0)
  }
}

@Suite struct HandTests {
  @Test func aSteadyHandPlacesPointsWhereTheyAre() {
    for y: Float in [-34, 0, 30, 60, 80, 100] {
      #expect(Hand.steady().place(SIMD2(7, y)) == SIMD2(7, y))
      #expect(Hand.steady(pixelsPerUnit: 0.25).place(SIMD2(8, y)) == SIMD2(2, y / 4))
    }
  }

  @Test func smallLettersAndDescendersChangeAgainstCapitals() {
    let hand = Hand.steady(smallHeight: 0.5, depth: 2)
    let heights = [-10, 0, 30, 60, 80, 100].map { hand.place(SIMD2(0, $0)).y }
    #expect(heights == [-20, 0, 15, 30, 65, 100])
  }

  @Test func lettersWidenAndLeanFromACapitalsMiddle() {
    let wide = Hand.steady(width: 1.5, taper: 0.25)
    #expect(wide.place(SIMD2(8, 50)) == SIMD2(12, 50))
    #expect(wide.place(SIMD2(8, 52)) == SIMD2(18, 52))
    let leaning = Hand.steady(lean: 0.5)
    #expect(leaning.place(SIMD2(0, 100)) == SIMD2(25, 100))
    #expect(leaning.place(SIMD2(0, 0)) == SIMD2(-25, 0))
    #expect(Hand.steady(pixelsPerUnit: 0.25).capitalMiddle == 12.5)
  }

  @Test func handsAreDrawnWithinTheirRanges() {
    var stream = Seed(1).stream("hands")
    for _ in 0..<500 {
      let hand = Hand(from: &stream)
      #expect(0.7...1.45 ~= hand.penRadius)
      #expect(0.27...0.39 ~= hand.roundness)
      #expect(0.19...0.22 ~= hand.pixelsPerUnit)
      #expect(0.8...1.2 ~= hand.width)
      let slip = hand.slip(from: &stream)
      #expect(max(abs(slip.x), abs(slip.y)) <= hand.unsteadiness)
    }
  }
}
