// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct AffineMapTests {
  @Test func pixelsAreTakenAsPillowTakesThem() {
    let image = GlyphImage.pattern
    AffineMap(column: [1.125, -0.1875, 2.375], row: [0.15625, 0.84375, -1.5]).apply(to: image)
    #expect(image.differences(from: GlyphModuleGolden.affine) == [])
  }

  @Test func theIdentityChangesNothing() {
    let image = GlyphImage.pattern
    AffineMap().apply(to: image)
    #expect(image.values == GlyphImage.pattern.values)
  }

  @Test func wholeShiftsMovePixels() {
    let image = GlyphImage.pattern
    AffineMap(column: [1, 0, -3], row: [0, 1, 2]).apply(to: image)
    let before = GlyphImage.pattern.rows
    #expect(image.rows[5] == [0, 0, 0] + before[7].dropLast(3))
    #expect(image.rows[30] == [Float](repeating: 0, count: 32))
  }

  @Test func coefficientsFillTheirRanges() {
    var stream = Seed(1).stream("affine")
    let maps = (0..<1000).map { _ in AffineMap.draw(complexity: 0.5, from: &stream) }
    let identity = AffineMap()
    for index in 0..<3 {
      let bound: Float = index == 2 ? 2.25 : 0.2
      for offsets in [
        maps.map { $0.column[index] - identity.column[index] },
        maps.map { $0.row[index] - identity.row[index] },
      ] {
        let largest = offsets.map { abs($0) }.max() ?? 0
        #expect(largest <= bound + 1e-6)
        #expect(largest > 0.99 * bound)
        #expect(abs(offsets.reduce(0, +)) / 1000 < 0.1 * bound)
      }
    }
  }
}
