// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// The characters that `glyphs` shows, in the shapes that people write.
///
/// A shape that people write for two characters stands under one of them only (a bare upright is a
/// small l, a capital I has its bars), so that each drawing can be told for what it is, up to
/// letters whose capital differs only in size.
enum Letterforms {
  /// "0"…"9", "A"…"Z", "a"…"z": the class is the index.
  static let labels = alphabet.map { String($0.label) }

  /// The shapes of each class.
  static let alphabet = digits + capitals + smallLetters

  /// How far ink may lie from the field's middle to any side, in pixels.
  private static let inkLimit: Float = 14
  /// Letters are centred on their own middle (0) or on a capital's on the same line (1), or between.
  private static let lineShare: Float = 0.3

  /// Draws a character in a shape, weight, proportion and curvature drawn from the stream.
  ///
  /// The same bits on every machine: sums, products, quotients and square roots of floats only.
  ///
  /// - Parameters:
  ///   - label: 0 ..< 62.
  ///   - stream: Drawn from; how far depends on the shape.
  ///   - image: Overwritten, `scratch` too.
  static func draw(label: Int, from stream: inout RandomStream, into image: GlyphImage) {
    let form = shape(of: label, from: &stream)
    draw(alphabet[label].forms[form], from: &stream, into: image)
  }

  /// Draws one shape of a character.
  static func draw(_ form: Letterform, from stream: inout RandomStream, into image: GlyphImage) {
    let hand = Hand(from: &stream)
    var path = PenPath(storage: image.scratch)
    for stroke in form.strokes { path.append(stroke, by: hand, from: &stream) }
    var middle = (path.lower + path.upper) / 2
    middle.y += lineShare * (hand.capitalMiddle - middle.y)
    // Ink does not always lie on the grid in the same way.
    middle += SIMD2(stream.uniform() - 0.5, stream.uniform() - 0.5)
    let most = max(
      path.upper.x - middle.x, middle.x - path.lower.x, path.upper.y - middle.y,
      middle.y - path.lower.y)
    let scale = min(1, (inkLimit - 0.5 - hand.penRadius) / most)
    image.ink(path, middle: middle, scale: scale, radius: hand.penRadius)
  }

  /// Which shape of a class comes next, each as often as people write it so.
  static func shape(of label: Int, from stream: inout RandomStream) -> Int {
    let forms = alphabet[label].forms
    let total = forms.reduce(0) { $0 + $1.frequency }
    var left = stream.uniform() * total
    for (index, form) in forms.enumerated() {
      left -= form.frequency
      if left < 0 { return index }
    }
    return forms.count - 1
  }
}

/// A character and the ways of writing it.
struct Letter: Sendable {
  let label: Character
  let forms: [Letterform]

  init(_ label: Character, _ forms: Letterform...) {
    self.label = label
    self.forms = forms
  }
}
