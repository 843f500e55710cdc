// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Takes contrast away, and turns half of all pictures into light ink on a dark ground.
///
///     C ~ U(1 − .85c, 1)
///     ink = (1 − C)/2 + C · ink, then 1 − ink with probability .5
///
/// *Source:* Bengio et al. (2011), "Grey level and contrast"; not compared with the authors' code.
enum GreyContrast {
  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage
  ) {
    let contrast = 1 - 0.85 * complexity * stream.uniform()
    let isInverted = stream.happens(0.5)
    let base = (1 - contrast) / 2
    for index in 0..<GlyphImage.count {
      let ink = base + contrast * image.pixels[index]
      image.pixels[index] = isInverted ? 1 - ink : ink
    }
  }
}
