// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct TextureTests {
  @Test func texturesReachFromZeroToOneAndDiffer() {
    var stream = Seed(1).stream("texture")
    let image = GlyphImage()
    var seen: Set<[Float]> = []
    for _ in 0..<200 {
      Texture.draw(from: &stream, into: image)
      #expect(image.values.min() == 0)
      #expect(image.maximum == 1)
      seen.insert(image.values)
    }
    #expect(seen.count == 200)
  }

  @Test func whatAnImageHeldBeforeDoesNotMatter() {
    let (first, second) = (GlyphImage(), GlyphImage.pattern)
    for index in 0..<GlyphImage.count { second.scratch[index] = 7 }
    for image in [first, second] {
      var stream = Seed(2).stream("texture")
      Texture.draw(from: &stream, into: image)
    }
    #expect(first.values == second.values)
  }
}
