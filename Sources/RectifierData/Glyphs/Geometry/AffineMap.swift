// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Moves, stretches, turns and shears: an affine map from each pixel to the one it is taken from.
///
///     x′ = a x + b y + s,  y′ = d x + e y + t
///     a, e ~ U(1 − .4c, 1 + .4c),  b, d ~ U(−.4c, .4c),  s, t ~ U(−4.5c, 4.5c) pixels
///
/// x and y are the centre of a pixel, measured from the upper left corner of the picture; the pixel
/// that x′ and y′ fall into is taken, and no ink where they fall outside.
///
/// Complexity 0 changes nothing. *Source:* Bengio et al. (2011), "Affine transformations", with the
/// ranges of the authors' code; its reading of pixels is that of Pillow's `AFFINE`, nearest.
struct AffineMap: Equatable {
  /// How the column that is taken depends on x, y and 1.
  var column: SIMD3<Float> = [1, 0, 0]
  /// How the row that is taken depends on x, y and 1.
  var row: SIMD3<Float> = [0, 1, 0]

  static func draw(complexity: Float, from stream: inout RandomStream) -> AffineMap {
    let (linear, shift) = (0.4 * complexity, 4.5 * complexity)
    var map = AffineMap()
    map.column += [stream.symmetric(linear), stream.symmetric(linear), stream.symmetric(shift)]
    map.row += [stream.symmetric(linear), stream.symmetric(linear), stream.symmetric(shift)]
    return map
  }

  func apply(to image: GlyphImage) {
    let side = GlyphImage.side
    for y in 0..<side {
      let centerY = Float(y) + 0.5
      let columnStart = column.y * centerY + column.z
      let rowStart = row.y * centerY + row.z
      let target = image.scratch + y * side
      for x in 0..<side {
        let centerX = Float(x) + 0.5
        target[x] = Self.ink(
          atColumn: column.x * centerX + columnStart, row: row.x * centerX + rowStart, of: image)
      }
    }
    image.takeScratch()
  }

  @inline(__always)
  private static func ink(atColumn column: Float, row: Float, of image: GlyphImage) -> Float {
    let side = Float(GlyphImage.side)
    guard column >= 0, row >= 0, column < side, row < side else { return 0 }
    return image.pixels[Int(Int32(row)) &* GlyphImage.side &+ Int(Int32(column))]
  }
}
