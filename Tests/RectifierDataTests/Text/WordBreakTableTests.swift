// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct WordBreakTableTests {
  @Test(
    arguments: [
      (0x00, .other), (0x0A, .lineBreak), (0x20, .other), (0x22, .doubleQuote),
      (0x27, .singleQuote), (0x2C, .betweenDigits), (0x2E, .betweenBoth), (0x3A, .betweenLetters),
      (0x40, .other), (0x41, .letter), (0x5A, .letter), (0x5B, .other), (0x5F, .connector),
      (0xA9, .picture), (0xAD, .attached), (0x200D, .joiner), (0x2028, .lineBreak),
      (0x24C2, .pictureLetter), (0x3042, .other), (0x30AB, .katakana), (0x5D0, .hebrewLetter),
      (0x660, .digit), (0xABFF, .other), (0xAC00, .letter), (0xD7A3, .letter), (0xD7A4, .other),
      (0x1F642, .picture), (0xE01EF, .attached), (0xE01F0, .other), (0x10FFFF, .other),
    ] as [(UInt32, WordBreakClass)])
  func scalarsHaveTheirClass(scalar: UInt32, expected: WordBreakClass) {
    #expect(WordBreakTable.shared[scalar] == expected)
  }

  /// Sums over all of Unicode, from the counts in the headings of WordBreakProperty.txt.
  @Test func theTableCoversUnicode() {
    var counts: [WordBreakClass: Int] = [:]
    for scalar in 0...UInt32(0x10FFFF) { counts[WordBreakTable.shared[scalar], default: 0] += 1 }
    #expect(counts[.hebrewLetter] == 75)
    #expect(counts[.digit] == 784)
    #expect(counts[.connector] == 11)
    #expect(counts[.attached] == 2684 + 58)
    #expect((counts[.letter] ?? 0) + (counts[.pictureLetter] ?? 0) == 34_488)
  }
}
