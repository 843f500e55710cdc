// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Smears the picture along a line.
///
///     length = |round N(0, 3c)| pixels, angle ~ U(0°, 360°)
///     ink = mean over i = 0 … length of the ink i pixels away in that direction
///
/// There is no ink outside the picture. Complexity 0 changes nothing.
///
/// *Source:* Bengio et al. (2011), "Motion blur": the linear motion blur of GIMP.
enum MotionBlur {
  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage
  ) {
    let length = Int(abs(3 * complexity * stream.normal()) + 0.5)
    let angle = stream.between(0, 2 * .pi)
    guard length > 0 else { return }
    blur(image, length: length, directionX: Elementary.cos(angle), y: Elementary.sin(angle))
  }

  /// - Precondition: The direction is a vector of length 1.
  static func blur(_ image: GlyphImage, length: Int, directionX: Float, y directionY: Float) {
    let side = GlyphImage.side
    let share = 1 / Float(length + 1)
    for row in 0..<side {
      for column in 0..<side {
        var sum: Float = 0
        for step in 0...length {
          let distance = Float(step)
          sum += image.ink(
            atX: Float(column) + distance * directionX, y: Float(row) + distance * directionY)
        }
        image.scratch[row &* side &+ column] = sum * share
      }
    }
    image.takeScratch()
  }
}
