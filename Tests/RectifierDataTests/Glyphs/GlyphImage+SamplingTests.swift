// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct GlyphImageSamplingTests {
  @Test func pixelCentresGiveTheirInk() {
    let image = GlyphImage.pattern
    for index in 0..<GlyphImage.count {
      let (row, column) = (index / 32, index % 32)
      #expect(image.ink(atX: Float(column), y: Float(row)) == image.pixels[index])
    }
  }

  @Test func inkBetweenCentresIsWeighted() {
    let image = GlyphImage { row, column in Float(row * 32 + column) / 1024 }
    for (x, y) in [(3.25, 7.5), (0.5, 0), (30.75, 30.25), (12, 19.875)] as [(Float, Float)] {
      #expect(image.ink(atX: x, y: y) == (y * 32 + x) / 1024)
    }
  }

  @Test func inkFadesOverThePicturesBorder() {
    let image = GlyphImage { _, _ in 1 }
    for (x, y, expected) in [
      (-0.25, 5, 0.75), (5, -0.5, 0.5), (31.25, 5, 0.75), (5, 31.75, 0.25), (31.5, 31.5, 0.25),
      (-0.5, -0.5, 0.25), (-1, 5, 0), (32, 5, 0), (5, -40, 0), (5, 32.5, 0), (31, 31, 1),
    ] as [(Float, Float, Float)] {
      #expect(image.ink(atX: x, y: y) == expected, "\(x), \(y)")
    }
  }

  @Test func theMaximumIsFoundAnywhere() {
    for place in [0, 1, 15, 16, 17, 500, 1022, 1023] {
      let image = GlyphImage { row, column in row * 32 + column == place ? 0.75 : 0.5 }
      #expect(image.maximum == 0.75)
    }
    #expect(GlyphImage().maximum == 0)
  }

  @Test func scalingEndsAtFullInk() {
    let image = GlyphImage { _, column in column == 0 ? 0.75 : 0.25 }
    image.scale(by: 2)
    #expect(image.pixels[0] == 1)
    #expect(image.pixels[1] == 0.5)
  }
}
