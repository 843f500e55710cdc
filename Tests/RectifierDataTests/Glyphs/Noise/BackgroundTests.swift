// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct BackgroundTests {
  @Test func texturesLieBehindTheCharacter() {
    var stream = Seed(1).stream("background")
    let texture = GlyphImage()
    var brightest: [Float] = []
    for number in 0..<300 {
      let image = GlyphImage.letter(number)
      let before = image.values
      Background.apply(complexity: 0.6, from: &stream, to: image, texture: texture)
      var behind: Float = 0
      for (ink, letter) in zip(image.values, before) where ink != letter {
        #expect(ink > letter)
        behind = max(behind, ink)
      }
      brightest.append(behind)
    }
    #expect(brightest.allSatisfy { $0 <= 0.6 })
    #expect(brightest.contains { $0 > 0.55 })
    #expect(brightest.contains { $0 < 0.05 })
  }

  @Test func complexityZeroChangesNothing() {
    var stream = Seed(1).stream("background")
    let image = GlyphImage.pattern
    Background.apply(complexity: 0, from: &stream, to: image, texture: GlyphImage())
    #expect(image.values == GlyphImage.pattern.values)
  }
}
