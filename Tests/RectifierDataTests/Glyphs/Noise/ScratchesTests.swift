// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct ScratchesTests {
  @Test func aTurnedLineIsPutOver() {
    let upright = GlyphImage { row, column in column == 15 || column == 16 ? 1 : 0 }
    let image = GlyphImage { row, _ in row == 0 ? 0.5 : 0 }
    Scratches.scratch(image, with: upright, angle: .pi / 2, isFlipped: false)
    for (row, ink) in image.rows.enumerated() {
      let expected: Float = row == 0 ? 0.5 : row == 15 || row == 16 ? 1 : 0
      #expect(ink.allSatisfy { abs($0 - expected) < 1e-4 }, "row \(row)")
    }
  }

  @Test func aFlippedLineIsUpsideDown() {
    let line = GlyphImage.pattern
    let image = GlyphImage()
    Scratches.scratch(image, with: line, angle: 0, isFlipped: true)
    #expect(image.rows == GlyphImage.pattern.rows.reversed())
  }

  /// 15 % of all pictures; ink is only added.
  @Test(arguments: [0, 0.3, 0.7] as [Float])
  func scratchesComeInTheirShare(complexity: Float) {
    var stream = Seed(1).stream("scratches")
    let (image, line) = (GlyphImage(), GlyphImage())
    var count = 0
    for _ in 0..<2000 {
      for index in 0..<GlyphImage.count { image.pixels[index] = 0.25 }
      Scratches.apply(complexity: complexity, from: &stream, to: image, line: line)
      #expect(image.values.allSatisfy { $0 >= 0.25 })
      count += image.maximum > 0.25 ? 1 : 0
    }
    #expect((240...360).contains(count))
  }
}
