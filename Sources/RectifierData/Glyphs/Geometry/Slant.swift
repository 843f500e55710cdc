// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Shifts every row by an amount that grows from the top to the bottom; rows wrap around.
///
///     angle ~ U(0, c), slope = ±angle
///     row y moves right by round(y · slope) − round(16 · slope) pixels
///
/// Complexity 0 changes nothing. *Source:* Bengio et al. (2011), "Slant"; the authors' code.
enum Slant {
  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage
  ) {
    let angle = complexity * stream.uniform()
    shift(image, slope: stream.happens(0.5) ? -angle : angle)
  }

  /// - Precondition: |`slope`| ≤ 1.
  static func shift(_ image: GlyphImage, slope: Float) {
    let side = GlyphImage.side
    let center = rounded(slope * Float(side / 2))
    for row in 0..<side {
      // Two's complement wraps a negative shift around as well, the side being a power of two.
      let shift = (rounded(Float(row) * slope) &- center) & (side - 1)
      let source = image.pixels + row * side
      let target = image.scratch + row * side
      (target + shift).update(from: source, count: side - shift)
      target.update(from: source + (side - shift), count: shift)
    }
    image.takeScratch()
  }

  /// To the nearest whole number, halves away from zero.
  private static func rounded(_ value: Float) -> Int {
    Int(value < 0 ? value - 0.5 : value + 0.5)
  }
}
