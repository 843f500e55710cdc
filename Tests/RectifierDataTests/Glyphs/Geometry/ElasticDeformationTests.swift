// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct ElasticDeformationTests {
  private func displaced(
    _ image: GlyphImage, x: (Int, Int) -> Float, y: (Int, Int) -> Float
  ) -> GlyphImage {
    let field = GlyphImage(x)
    let other = GlyphImage(y)
    ElasticDeformation.displace(image, byX: field.pixels, y: other.pixels)
    return image
  }

  @Test func inkIsInterpolatedAsSciPyDoes() {
    let image = displaced(.pattern) { row, column in
      Float((column * 5 + row * 3) % 17 - 8) / 4
    } y: { row, column in
      Float((column * 3 + row * 7) % 13 - 6) / 4
    }
    #expect(image.differences(from: GlyphModuleGolden.elastic) == [])
  }

  @Test func noDisplacementChangesNothing() {
    let image = displaced(.pattern, x: { _, _ in 0 }, y: { _, _ in 0 })
    #expect(image.values == GlyphImage.pattern.values)
  }

  @Test func wholeDisplacementsMovePixels() {
    let image = displaced(.pattern, x: { _, _ in 2 }, y: { _, _ in -1 })
    let before = GlyphImage.pattern.rows
    #expect(image.rows[0] == [Float](repeating: 0, count: 32))
    #expect(image.rows[8] == before[7].dropFirst(2) + [0, 0])
  }

  @Test func lowComplexityChangesNothing() {
    var stream = Seed(1).stream("elastic")
    let image = GlyphImage.pattern
    for _ in 0..<20 { ElasticDeformation.apply(complexity: 0.0999, from: &stream, to: image) }
    #expect(image.values == GlyphImage.pattern.values)
    ElasticDeformation.apply(complexity: 0.1, from: &stream, to: image)
    #expect(image.values != GlyphImage.pattern.values)
  }
}
