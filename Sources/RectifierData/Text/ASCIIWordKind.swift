// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What a character of ASCII is to the word boundary rules.
///
/// Source: Unicode Standard Annex #29, table 3.
enum ASCIIWordKind {
  /// A letter: neighbouring letters and digits are one word.
  case letter
  /// A digit.
  case digit
  /// The low line, which belongs to words and makes none.
  case joiner
  /// The colon: part of a word between two letters.
  case betweenLetters
  /// The comma and the semicolon: part of a word between two digits.
  case betweenDigits
  /// The full stop and the apostrophe: part of a word between two letters or two digits.
  case betweenBoth
  /// All others, which end words.
  case other

  init(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      self = .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
    case UInt8(ascii: "_"): self = .joiner
    case UInt8(ascii: ":"): self = .betweenLetters
    case UInt8(ascii: ","), UInt8(ascii: ";"): self = .betweenDigits
    case UInt8(ascii: "."), UInt8(ascii: "'"): self = .betweenBoth
    default: self = .other
    }
  }

  /// Whether a word goes on from any of these to any other of these.
  var isInsideWords: Bool { self == .letter || self == .digit || self == .joiner }

  /// Whether a word goes on through this between two of `kind`.
  func isBetween(_ kind: ASCIIWordKind) -> Bool {
    switch self {
    case .betweenLetters: kind == .letter
    case .betweenDigits: kind == .digit
    case .betweenBoth: kind == .letter || kind == .digit
    default: false
    }
  }
}
