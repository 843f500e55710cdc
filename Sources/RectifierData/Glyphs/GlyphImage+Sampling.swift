// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension GlyphImage {
  /// Makes what was put together in `scratch` the picture.
  func takeScratch() {
    pixels.update(from: scratch, count: Self.count)
  }

  /// The largest ink of all pixels.
  var maximum: Float { Self.maximum(of: pixels) }

  /// The largest of `count` values, none of them negative.
  static func maximum(of values: UnsafePointer<Float>) -> Float {
    var maxima = SIMD16<Float>()
    for start in stride(from: 0, to: count, by: 16) {
      let vector = UnsafeRawPointer(values + start).loadUnaligned(as: SIMD16<Float>.self)
      maxima = pointwiseMax(maxima, vector)
    }
    return maxima.max()
  }

  /// Multiplies all ink by a factor, up to full ink.
  func scale(by factor: Float) {
    for index in 0..<Self.count { pixels[index] = min(1, pixels[index] * factor) }
  }

  /// The ink at a point between pixel centres, weighted by nearness along each axis.
  ///
  /// Pixel centres have whole coordinates. There is no ink outside the picture.
  ///
  /// - Precondition: Both coordinates are finite and far from the bounds of `Int32`.
  @inline(__always)
  func ink(atX x: Float, y: Float) -> Float {
    let (column, right) = Self.split(x)
    let (row, below) = Self.split(y)
    let limit = UInt32(Self.side - 1)
    if UInt32(bitPattern: column) < limit, UInt32(bitPattern: row) < limit {
      let corner = pixels + (Int(row) &* Self.side &+ Int(column))
      let upper = (1 - right) * corner[0] + right * corner[1]
      let lower = (1 - right) * corner[Self.side] + right * corner[Self.side + 1]
      return (1 - below) * upper + below * lower
    }
    let upper = (1 - right) * ink(row, column) + right * ink(row, column &+ 1)
    let lower = (1 - right) * ink(row &+ 1, column) + right * ink(row &+ 1, column &+ 1)
    return (1 - below) * upper + below * lower
  }

  /// The ink of a pixel, none outside the picture.
  @inline(__always)
  func ink(_ row: Int32, _ column: Int32) -> Float {
    let side = UInt32(Self.side)
    let isInside = UInt32(bitPattern: row) < side && UInt32(bitPattern: column) < side
    return isInside ? pixels[Int(row) &* Self.side &+ Int(column)] : 0
  }

  /// The whole number below, and how far above it a coordinate lies.
  @inline(__always)
  private static func split(_ coordinate: Float) -> (whole: Int32, rest: Float) {
    let truncated = Int32(coordinate)
    let whole = Float(truncated) > coordinate ? truncated &- 1 : truncated
    return (whole, coordinate - Float(whole))
  }
}
