// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// One way of writing a character, as the strokes of a pen.
///
/// Strokes are told on a ruled line, one text a stroke, as the points that the pen goes through:
/// "x,y", x to the right, y up.
///
///      100   ascender line, tops of capitals and digits
///       60   tops of the small letters without ascender
///        0   the line that is written on
///      −34   descender line
///
/// The pen moves in a smooth curve (an arc of a circle through any three points), turns sharply at
/// points marked `^`, goes straight from one end or `^` to the next, and back to its start where
/// the text ends in `o`. A single point is a dot. Where x begins does not matter: letters are
/// centred.
struct Letterform: Sendable {
  let strokes: [Stroke]
  /// How often people write it so, next to 1 for the usual way.
  let frequency: Float

  init(frequency: Float = 1, _ strokes: String...) {
    self.strokes = strokes.map(Stroke.init)
    self.frequency = frequency
  }
}

/// The way of the pen from touching the paper to leaving it.
struct Stroke: Sendable {
  struct Knot: Sendable {
    let position: SIMD2<Float>
    let isCorner: Bool
  }

  static let knotLimit = 24

  let knots: [Knot]
  let isClosed: Bool

  /// Reads the notation that `Letterform` describes.
  init(_ text: String) {
    var words = text.split(separator: " ")
    isClosed = words.last == "o"
    if isClosed { words.removeLast() }
    knots = words.map { word in
      let numbers = word.prefix { $0 != "^" }.split(separator: ",").compactMap { Int($0) }
      guard numbers.count == 2 else { fatalError("stroke \"\(text)\": \"\(word)\" is no point") }
      let position = SIMD2(Float(numbers[0]), Float(numbers[1]))
      return Knot(position: position, isCorner: word.hasSuffix("^"))
    }
    guard 1...Self.knotLimit ~= knots.count else {
      fatalError("stroke \"\(text)\": \(knots.count) points, 1…\(Self.knotLimit) expected")
    }
  }

  /// How many curves join the points.
  var spanCount: Int { isClosed ? knots.count : knots.count - 1 }

  /// Whether the curve has a direction of its own at a point, rather than what its end asks for.
  func isSmooth(at index: Int) -> Bool {
    !knots[index].isCorner && (isClosed || (index > 0 && index < knots.count - 1))
  }
}
