// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Puts a piece of another character beside or over this one.
///
/// Of all pictures 40 % get one. The piece is cut around the middle of a character of any class; it
/// reaches up, down, left and right by
///
///     min(15, |round N(⌊8c⌋, 2)|) pixels
///
/// each drawn by itself. It lies at the left border, at the right border or in the middle, each
/// equally likely; away from the border by |round N(0, 2)| and down by round N(0, 3) pixels. The
/// darker of picture and piece stays; in the middle the piece has half its ink.
///
/// *Source:* Bengio et al. (2011), "Occlusion"; the authors' code.
enum Occlusion {
  static let probability: Float = 0.4

  enum Place: Int { case left, right, middle }

  /// How far a piece reaches from the middle of the character that it is cut from, in pixels.
  struct Reach {
    var up, down, left, right: Int
  }

  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage, piece: GlyphImage
  ) {
    guard stream.happens(probability) else { return }
    Letterforms.draw(
      label: stream.integer(below: Letterforms.labels.count), from: &stream, into: piece)
    let mean = Float(Int(8 * complexity))
    func reach() -> Int { min(15, abs(rounded(mean + 2 * stream.normal()))) }
    let reaches = Reach(up: reach(), down: reach(), left: reach(), right: reach())
    let place = Place(rawValue: stream.integer(below: 3)) ?? .middle
    let inward = abs(rounded(2 * stream.normal()))
    let down = rounded(3 * stream.normal())
    occlude(image, with: piece, reaching: reaches, place: place, inward: inward, down: down)
  }

  static func occlude(
    _ image: GlyphImage, with piece: GlyphImage, reaching reach: Reach, place: Place, inward: Int,
    down: Int
  ) {
    let side = GlyphImage.side
    let middle = side / 2
    let start =
      switch place {
      case .left: inward
      case .right: side - (reach.left + reach.right) - inward
      case .middle: middle - reach.left
      }
    let opacity: Float = place == .middle ? 0.5 : 1
    for row in (middle - reach.up)..<(middle + reach.down) where (0..<side).contains(row + down) {
      for column in 0..<reach.left + reach.right where (0..<side).contains(start + column) {
        let ink = opacity * piece.pixels[row * side + middle - reach.left + column]
        let target = image.pixels + ((row + down) * side + start + column)
        target.pointee = max(target.pointee, ink)
      }
    }
  }

  /// To the nearest whole number, halves up.
  private static func rounded(_ value: Float) -> Int { Int((value + 0.5).rounded(.down)) }
}
