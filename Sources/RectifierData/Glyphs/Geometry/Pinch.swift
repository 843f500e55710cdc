// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Squeezes the picture towards its middle, or spreads it.
///
///     p ~ U(−c, .7c)
///     source distance = distance · sin(π distance / 2r)^(−p), r = 16 pixels
///
/// Distances are from the middle of the picture; what is r or further away stays. Ink between pixels
/// is interpolated.
///
/// Complexity 0 changes nothing. *Source:* Bengio et al. (2011), "Pinch": the filter "whirl and
/// pinch" of GIMP with whirl 0 and radius 1.
enum Pinch {
  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage
  ) {
    pinch(image, amount: stream.between(-complexity, 0.7 * complexity))
  }

  static func pinch(_ image: GlyphImage, amount: Float) {
    let side = GlyphImage.side
    let half = side / 2
    withUnsafeTemporaryAllocation(of: Float.self, capacity: half * half) { factors in
      fill(factors, amount: amount)
      for row in 0..<side {
        // Pixel centres lie half a pixel off the middle, on both sides of it.
        let down = row < half ? half &- 1 &- row : row &- half
        let y = Float(row) - middle
        for column in 0..<side {
          let across = column < half ? half &- 1 &- column : column &- half
          let factor = factors[down &* half &+ across]
          image.scratch[row &* side &+ column] = image.ink(
            atX: middle + factor * (Float(column) - middle), y: middle + factor * y)
        }
      }
    }
    image.takeScratch()
  }

  /// How much further away the source lies, for each pixel of the lower right quarter.
  private static func fill(_ factors: UnsafeMutableBufferPointer<Float>, amount: Float) {
    let half = GlyphImage.side / 2
    for row in 0..<half {
      for column in 0...row {
        let sine = sines[row * half + column]
        let factor = sine < 1 ? Elementary.pow(sine, -amount) : 1
        factors[row * half + column] = factor
        factors[column * half + row] = factor
      }
    }
  }

  /// The coordinate of the picture's middle, pixel centres being whole numbers.
  private static let middle = Float(GlyphImage.side - 1) / 2

  /// sin(π distance / 2r) for each pixel of the lower right quarter, 1 from r on.
  private static let sines: [Float] = {
    let half = GlyphImage.side / 2
    return (0..<half * half).map { index in
      let y = Float(index / half) + 0.5
      let x = Float(index % half) + 0.5
      let fraction = (x * x + y * y).squareRoot() / Float(half)
      return fraction < 1 ? Elementary.sin(0.5 * .pi * fraction) : 1
    }
  }()
}
