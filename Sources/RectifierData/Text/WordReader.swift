// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Finds the words of texts: the pieces between Unicode's default word boundaries that have a
/// letter or a number.
///
/// Pieces of ASCII between blanks, which is what most text is, are split by the rules as they come
/// out for ASCII; others by the rules as they are.
///
/// Source: Unicode Standard Annex #29, section 4.
struct WordReader {
  /// Whether words are lower-cased.
  let lowercases: Bool
  /// The words read, one space between two.
  private(set) var bytes: [UInt8] = []
  /// Where in `bytes` each word lies.
  private(set) var words: [Range<Int>] = []

  private let ascii = WordBreakTable.shared.ascii

  init(lowercases: Bool) { self.lowercases = lowercases }

  /// Reads the words of a text, in place of those read before.
  mutating func read(_ text: String) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    var text = text
    text.withUTF8 { read($0) }
  }

  /// Calls `body` with the bytes and the hash of every run of 1 to `longest` neighbouring words.
  func forEachTerm(
    longest: Int, _ body: (_ term: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Void
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      for first in words.indices {
        let start = words[first].lowerBound
        var (end, hash) = (start, TermTable.emptyHash)
        for last in first..<min(first + longest, words.count) {
          while end < words[last].upperBound {
            hash = TermTable.hash(hash, followedBy: bytes[end])
            end += 1
          }
          body(UnsafeBufferPointer(rebasing: bytes[start..<end]), hash)
        }
      }
    }
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < text.count {
      var end = start
      var union: UInt8 = 0
      while end < text.count, !Self.isBlank(text[end]) {
        union |= text[end]
        end += 1
      }
      let piece = UnsafeBufferPointer(rebasing: text[start..<end])
      if union < 0x80 { readASCII(piece) } else { readUnicode(piece) }
      start = end + 1
    }
  }

  /// Blanks of ASCII, on both sides of which words always end.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The rules of `WordBreaks` as far as they concern ASCII.
  private mutating func readASCII(_ piece: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < piece.count {
      let start = position
      var found = ascii[Int(piece[position])]
      var hasContent = false
      while found.isConnected {
        hasContent = hasContent || found != .connector
        position += 1
        guard position < piece.count else { break }
        let next = ascii[Int(piece[position])]
        if next.isBetween(found), position + 1 < piece.count,
          ascii[Int(piece[position + 1])] == found
        {
          position += 1
        } else {
          found = next
        }
      }
      if hasContent { append(UnsafeBufferPointer(rebasing: piece[start..<position])) }
      if position == start { position += 1 }
    }
  }

  private mutating func readUnicode(_ piece: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: piece, as: UTF8.self)
    let folded = lowercases ? text.lowercased() : text
    let scalars = Array(folded.unicodeScalars)
    let classes = scalars.map { WordBreakTable.shared[$0.value] }
    var breaks = WordBreaks()
    var start = 0
    for index in scalars.indices {
      let isBoundary = breaks.isBoundary(before: classes[index]) {
        classes[(index + 1)...].first { !$0.isAttached } ?? .other
      }
      guard isBoundary else { continue }
      append(scalars[start..<index])
      start = index
    }
    append(scalars[start...])
  }

  private mutating func append(_ scalars: ArraySlice<Unicode.Scalar>) {
    let hasContent = scalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        true
      default: false
      }
    }
    guard hasContent else { return }
    if !bytes.isEmpty { bytes.append(0x20) }
    let start = bytes.count
    for scalar in scalars {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    words.append(start..<bytes.count)
  }

  private mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
    if !bytes.isEmpty { bytes.append(0x20) }
    let start = bytes.count
    bytes.append(contentsOf: word)
    if lowercases {
      for index in start..<bytes.count where (0x41...0x5A).contains(bytes[index]) {
        bytes[index] |= 0x20
      }
    }
    words.append(start..<bytes.count)
  }
}
