// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// How somebody writes one character once: size, proportions, roundness, steadiness, pen.
struct Hand {
  /// Half the width of a line, in pixels.
  let penRadius: Float
  /// Handles of a curve against its chord: 1/3 gives arcs of circles, less is more angular.
  let roundness: Float
  /// The size: a capital's height is 100 units of the letterforms.
  let pixelsPerUnit: Float
  /// Widths against heights.
  let width: Float
  /// The height of small letters, and the depth of descenders, against that of capitals.
  let smallHeight, depth: Float
  /// By how much a letter widens, and how far it leans to the right, a unit upwards.
  let taper, lean: Float
  /// The largest error of the pen, in units of the letterforms.
  let unsteadiness: Float

  private static let smallTop: Float = 60
  private static let capitalTop: Float = 100
  private static let capitalMiddle: Float = 50

  /// The middle of a capital, in pixels above the line.
  var capitalMiddle: Float { Self.capitalMiddle * pixelsPerUnit }

  /// A point of a letterform in pixels: x to the right, y up from the line.
  func place(_ point: SIMD2<Float>) -> SIMD2<Float> {
    let y = height(of: point.y)
    let above = y - Self.capitalMiddle
    let x = point.x * width * (1 + taper * above) + lean * above
    return SIMD2(x, y) * pixelsPerUnit
  }

  /// An error of the pen, in units of the letterforms.
  func slip(from stream: inout RandomStream) -> SIMD2<Float> {
    let x = stream.aroundZero()
    return SIMD2(x, stream.aroundZero()) * unsteadiness
  }

  /// The parts above and below the small letters take up what these leave.
  private func height(of y: Float) -> Float {
    if y < 0 { return y * depth }
    if y < Self.smallTop { return y * smallHeight }
    let rest = Self.capitalTop - Self.smallTop * smallHeight
    return Self.capitalTop - (Self.capitalTop - y) * (rest / (Self.capitalTop - Self.smallTop))
  }
}

extension Hand {
  /// Draws somebody's hand.
  init(from stream: inout RandomStream) {
    self.init(
      penRadius: stream.between(0.7, 1.45),
      roundness: stream.between(0.27, 0.39),
      pixelsPerUnit: stream.between(0.19, 0.22),
      width: stream.between(0.8, 1.2),
      smallHeight: stream.between(0.9, 1.08),
      depth: stream.between(0.85, 1.1),
      taper: 0.0025 * stream.aroundZero(),
      lean: 0.1 * stream.aroundZero(),
      unsteadiness: stream.between(1, 5.5))
  }
}

extension RandomStream {
  /// A number in [`lower`, `upper`], each equally likely.
  mutating func between(_ lower: Float, _ upper: Float) -> Float {
    lower + (upper - lower) * uniform()
  }

  /// A number in (−1, 1), the likelier the nearer to 0.
  mutating func aroundZero() -> Float {
    uniform() - uniform()
  }
}
