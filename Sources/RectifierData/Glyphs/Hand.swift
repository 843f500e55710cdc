// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// How somebody writes one character once: size, proportions, roundness, steadiness, pen.
struct Hand {
  /// Half the width of a line, in pixels.
  let penRadius: Float
  /// Handles of a curve against its chord: 1/3 gives arcs of circles, less is more angular.
  let roundness: Float
  /// Where the field's middle lies between the middle of the letter (0) and of the line (1).
  static let lineShare: Float = 0.3
  /// The ascender line's middle and the tops of small letters, in units of the letterforms.
  private static let lineMiddle: Float = 50
  private static let smallTop: Float = 60

  private let pixelsPerUnit: Float
  private let width: Float
  private let smallHeight: Float
  private let depth: Float
  private let taper: Float
  private let lean: Float
  private let unsteadiness: Float

  init(from stream: inout RandomStream) {
    penRadius = stream.between(0.75, 1.4)
    roundness = stream.between(0.28, 0.38)
    pixelsPerUnit = stream.between(0.19, 0.22)
    width = stream.between(0.84, 1.16)
    smallHeight = stream.between(0.9, 1.08)
    depth = stream.between(0.85, 1.1)
    taper = 0.002 * stream.aroundZero()
    lean = 0.1 * stream.aroundZero()
    unsteadiness = stream.between(1, 4.5)
  }

  /// The middle of a capital, in pixels above the line.
  var lineMiddle: Float { Self.lineMiddle * pixelsPerUnit }

  /// A point of a letterform in pixels: x to the right, y up from the line.
  func place(_ point: SIMD2<Float>) -> SIMD2<Float> {
    let y = height(of: point.y)
    let above = y - Self.lineMiddle
    let x = point.x * width * (1 + taper * above) + lean * above
    return SIMD2(x, y) * pixelsPerUnit
  }

  /// An error of the hand in the letterform's units.
  func slip(from stream: inout RandomStream) -> SIMD2<Float> {
    let x = stream.aroundZero()
    return SIMD2(x, stream.aroundZero()) * unsteadiness
  }

  /// Small letters' height and descenders' depth change against the capitals'.
  private func height(of y: Float) -> Float {
    if y < 0 { return y * depth }
    if y < Self.smallTop { return y * smallHeight }
    let top = 2 * Self.lineMiddle
    let slope = (top - Self.smallTop * smallHeight) / (top - Self.smallTop)
    return top - (top - y) * slope
  }
}

extension RandomStream {
  /// A number in [`lower`, `upper`), each equally likely.
  mutating func between(_ lower: Float, _ upper: Float) -> Float {
    lower + (upper - lower) * uniform()
  }

  /// A number in (−1, 1), the likelier the nearer to 0.
  mutating func aroundZero() -> Float {
    uniform() - uniform()
  }
}
