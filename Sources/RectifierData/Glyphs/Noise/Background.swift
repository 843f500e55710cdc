// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Puts a grey texture behind the character.
///
///     contrast = 1 − c U(0, 1)
///     ink = max(ink, (1 − contrast) · texture), texture between 0 and 1
///
/// Complexity 0 changes nothing. *Source:* Bengio et al. (2011), "Background image"; theirs are
/// pieces of photographs, ours are drawn by ``Texture``.
enum Background {
  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage, texture: GlyphImage
  ) {
    let strength = complexity * stream.uniform()
    Texture.draw(from: &stream, into: texture)
    for index in 0..<GlyphImage.count {
      image.pixels[index] = max(image.pixels[index], strength * texture.pixels[index])
    }
  }
}
