// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What a scalar is to the word boundary rules; the raw values are the letters of the table.
///
/// Source: Unicode Standard Annex #29, table 3.
enum WordBreakClass: UInt8 {
  case letter = 0x41  // A
  case hebrewLetter = 0x48  // H
  /// A letter that is also a picture, as Ⓜ.
  case pictureLetter = 0x51  // Q
  case katakana = 0x4B  // K
  case digit = 0x4E  // N
  /// The low line and its like, which belong to words of any kind.
  case connector = 0x43  // C
  case betweenLetters = 0x4C  // L
  case betweenDigits = 0x4D  // M
  case betweenBoth = 0x42  // B
  case singleQuote = 0x53  // S
  case doubleQuote = 0x44  // D
  /// Marks and format characters, which belong to what they follow.
  case attached = 0x45  // E
  /// The zero-width joiner, which is attached and joins pictures.
  case joiner = 0x5A  // Z
  case lineBreak = 0x57  // W
  case picture = 0x50  // P
  case other = 0x4F  // O

  /// Whether the scalar is passed over where rules look at neighbours.
  var isAttached: Bool { self == .attached || self == .joiner }

  /// Whether the scalar is one of the letters that make words with each other and with digits.
  var isLetter: Bool { self == .letter || self == .hebrewLetter || self == .pictureLetter }

  /// Whether a word goes on through the scalar between two letters.
  var isBetweenLetters: Bool {
    self == .betweenLetters || self == .betweenBoth || self == .singleQuote
  }

  /// Whether a word goes on through the scalar between two digits.
  var isBetweenDigits: Bool {
    self == .betweenDigits || self == .betweenBoth || self == .singleQuote
  }

  /// Whether a word goes on through the scalar between two of `kind`, letters or digits.
  func isBetween(_ kind: WordBreakClass) -> Bool {
    kind.isLetter ? isBetweenLetters : kind == .digit && isBetweenDigits
  }

  /// Whether the scalar belongs to one word with a connector next to it.
  var isConnected: Bool { isLetter || self == .digit || self == .katakana || self == .connector }
}
