// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Draws lines over the character, each of them an upright stroke that was turned.
///
/// Of all pictures 15 % are scratched, by 1, 2 or 3 lines with probability .5, .3 and .2. A line is
/// the straight "l" of our letterforms, made thinner by an erosion (2 × 2 up to complexity .25,
/// 1 × 2 up to .5), turned by an angle ~ N(90°, 100c°) around the middle, and half of the time
/// upside down. The darker of picture and line stays.
///
/// *Source:* Bengio et al. (2011), "Scratches"; the authors' code, which turns a "1" of NIST.
enum Scratches {
  static let probability: Float = 0.15

  private static let upright: Letterform = {
    guard let letter = Letterforms.alphabet.first(where: { $0.label == "l" }) else {
      fatalError("glyphs: no letterform for a scratch")
    }
    return letter.forms[0]
  }()

  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage, line: GlyphImage
  ) {
    guard stream.happens(probability) else { return }
    for _ in 0..<count(from: &stream) {
      Letterforms.draw(upright, from: &stream, into: line)
      if complexity <= 0.5 {
        let height = complexity <= 0.25 ? 2 : 1
        Thickness.run(.erosion, .rectangle(height: height, width: 2), on: line)
      }
      let degrees = 90 + 100 * complexity * stream.normal()
      scratch(
        image, with: line, angle: degrees * (.pi / 180), isFlipped: stream.happens(0.5))
    }
  }

  private static func count(from stream: inout RandomStream) -> Int {
    let drawn = stream.uniform()
    return drawn < 0.5 ? 1 : drawn < 0.8 ? 2 : 3
  }

  /// Puts a line over a picture after turning it by an angle in radians.
  static func scratch(
    _ image: GlyphImage, with line: GlyphImage, angle: Float, isFlipped: Bool
  ) {
    let side = GlyphImage.side
    let middle = Float(side - 1) / 2
    let (cosine, sine) = (Elementary.cos(angle), Elementary.sin(angle))
    for row in 0..<side {
      let y = (isFlipped ? Float(side - 1 - row) : Float(row)) - middle
      let target = image.pixels + row * side
      for column in 0..<side {
        let x = Float(column) - middle
        let ink = line.ink(
          atX: middle + (cosine * x + sine * y), y: middle + (cosine * y - sine * x))
        target[column] = max(target[column], ink)
      }
    }
  }
}
