// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct GlyphImageTests {
  @Test func anImageBeginsEmptyAndAligned() {
    let image = GlyphImage()
    #expect(Int(bitPattern: image.pixels) % 64 == 0)
    #expect(image.scratch - image.pixels >= GlyphImage.count)
    #expect((0..<GlyphImage.count).allSatisfy { image.pixels[$0] == 0 })
  }

  @Test func clearingTakesTheInkAndLeavesTheScratch() {
    let image = GlyphImage()
    for index in 0..<GlyphImage.count {
      image.pixels[index] = 0.5
      image.scratch[index] = 2
    }
    image.clear()
    #expect((0..<GlyphImage.count).allSatisfy { image.pixels[$0] == 0 })
    #expect((0..<GlyphImage.count).allSatisfy { image.scratch[$0] == 2 })
  }
}
