// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Adds noise to every pixel of 30 % of all pictures.
///
///     ink + N(0, c/10), kept between 0 and 1
///
/// *Source:* Bengio et al. (2011), "Gaussian noise"; the authors' code.
enum GaussianNoise {
  static let probability: Float = 0.3

  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage
  ) {
    guard stream.happens(probability) else { return }
    let deviation = complexity / 10
    for index in 0..<GlyphImage.count {
      let ink = image.pixels[index] + deviation * stream.normal()
      image.pixels[index] = min(1, max(0, ink))
    }
  }
}
