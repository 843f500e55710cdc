// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct SlantTests {
  @Test func rowsAreShiftedAsNumPyShiftsThem() {
    let right = GlyphImage.pattern
    Slant.shift(right, slope: 0.34375)
    #expect(right.differences(from: GlyphModuleGolden.slantRight) == [])
    let left = GlyphImage.pattern
    Slant.shift(left, slope: -0.59375)
    #expect(left.differences(from: GlyphModuleGolden.slantLeft) == [])
  }

  @Test func everyRowKeepsItsPixels() {
    var stream = Seed(1).stream("slant")
    for _ in 0..<50 {
      let image = GlyphImage.pattern
      let before = image.rows.map { $0.sorted() }
      Slant.apply(complexity: 0.7, from: &stream, to: image)
      #expect(image.rows.map { $0.sorted() } == before)
    }
  }

  @Test func theMiddleRowStays() {
    for slope: Float in [-1, -0.7, -0.33, 0.05, 0.5, 1] {
      let image = GlyphImage.pattern
      Slant.shift(image, slope: slope)
      #expect(image.rows[16] == GlyphImage.pattern.rows[16])
    }
  }

  @Test func bothDirectionsAreDrawnUpToTheComplexity() {
    var stream = Seed(2).stream("slant")
    var shifts: [Int] = []
    for _ in 0..<400 {
      let image = GlyphImage { _, column in column == 0 ? 1 : 0 }
      Slant.apply(complexity: 0.5, from: &stream, to: image)
      let place = image.rows[0].firstIndex(of: 1) ?? -1
      shifts.append(place > 16 ? place - 32 : place)
    }
    #expect(shifts.min() == -8)
    #expect(shifts.max() == 8)
    #expect((150...250).contains(shifts.count { $0 > 0 }))
    #expect(abs(shifts.reduce(0, +)) < 300)
  }
}
