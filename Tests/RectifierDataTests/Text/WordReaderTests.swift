// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct WordReaderTests {
  private func words(_ text: String, lowercases: Bool = false) -> [String] {
    var reader = WordReader(lowercases: lowercases)
    reader.read(text)
    #expect(
      reader.words.map(\.lowerBound) == [0] + reader.words.dropLast().map { $0.upperBound + 1 }
        || reader.words.isEmpty)
    return reader.words.map { String(decoding: reader.bytes[$0], as: UTF8.self) }
  }

  @Test func wordsAreLowerCasedByUnicode() {
    #expect(words("GOOD Ärger ΣΟΦΟΣ İ", lowercases: true) == ["good", "ärger", "σοφοσ", "i̇"])
  }

  @Test func piecesOfASCIIAreSplitAsUnicodeSays() {
    #expect(
      words("Don't pay $3.50, or 1,000; e.g. a_b __ a:b 1:2 x.1 can't-miss 'tis it''s 5'6 ..")
        == [
          "Don't", "pay", "3.50", "or", "1,000", "e.g", "a_b", "a:b", "1", "2", "x", "1", "can't",
          "miss", "tis", "it", "s", "5'6",
        ])
  }
}
