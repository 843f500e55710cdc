// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Replaces pixels by noise in 25 % of all pictures: each with probability c/5, by U(0, 1).
///
/// *Source:* Bengio et al. (2011), "Salt and pepper noise"; the authors' code.
enum SaltAndPepper {
  static let probability: Float = 0.25

  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage
  ) {
    guard stream.happens(probability) else { return }
    let fraction = complexity / 5
    for index in 0..<GlyphImage.count where stream.happens(fraction) {
      image.pixels[index] = stream.uniform()
    }
  }
}
