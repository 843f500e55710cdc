// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct WordReaderTests {
  private func words(_ text: String, lowercases: Bool = false) -> [String] {
    var reader = WordReader(lowercases: lowercases)
    reader.read(text)
    for (word, next) in zip(reader.words, reader.words.dropFirst()) {
      #expect(next.lowerBound == word.upperBound + 1)
      #expect(reader.bytes[word.upperBound] == 0x20)
    }
    return reader.words.map { String(decoding: reader.bytes[$0], as: UTF8.self) }
  }

  /// The words of a whole text as the standard library splits it.
  private func oracle(_ text: String) -> [String] {
    let boundaries = text.matches(of: /\b/.wordBoundaryKind(.default)).map(\.range.lowerBound)
    return zip([text.startIndex] + boundaries, boundaries + [text.endIndex]).map { text[$0..<$1] }
      .filter { $0.contains { $0.isLetter || $0.isNumber } }.map(String.init)
  }

  @Test func wordsAreLowerCasedByUnicode() {
    #expect(words("GOOD Ärger ΣΟΦΟΣ", lowercases: true) == ["good", "ärger", "σοφοσ"])
    #expect(words("İ", lowercases: true).map { Array($0.utf8) } == [[0x69, 0xCC, 0x87]])
    #expect(words("GOOD Ärger") == ["GOOD", "Ärger"])
  }

  @Test func piecesOfASCIIAreSplitAsUnicodeSays() {
    #expect(
      words("Don't pay $3.50, or 1,000; e.g. a_b __ a:b 1:2 x.1 can't-miss 'tis it''s 5'6 ..")
        == [
          "Don't", "pay", "3.50", "or", "1,000", "e.g", "a_b", "a:b", "1", "2", "x", "1", "can't",
          "miss", "tis", "it", "s", "5'6",
        ])
  }

  /// Cases of Unicode's WordBreakTest.txt and of the rules' own examples, by rule.
  @Test(arguments: [
    ("", []), ("  \n\t", []), ("\u{0}", []),
    // WB3: line breaks.
    ("a\r\nb", ["a", "b"]), ("a\u{2028}b", ["a", "b"]), ("a\u{85}b", ["a", "b"]),
    // WB4: marks and format characters belong to what they follow.
    ("a\u{308}b", ["a\u{308}b"]), ("a\u{AD}b", ["a\u{AD}b"]), ("a\u{2060}b", ["a\u{2060}b"]),
    ("a\u{200D}b", ["a\u{200D}b"]), ("1\u{308}.\u{308}2", ["1\u{308}.\u{308}2"]),
    // WB5 to WB7: letters, and what may stand between two.
    ("한국어", ["한국어"]), ("a\u{2019}b", ["a\u{2019}b"]), ("a\u{B7}b", ["a\u{B7}b"]),
    ("a\u{2019}", ["a"]), ("a\u{2019}\u{2019}b", ["a", "b"]), ("Привет, мир", ["Привет", "мир"]),
    // WB7a to WB7c: Hebrew.
    ("\u{5D0}'", ["\u{5D0}'"]), ("\u{5D0}\"\u{5D0}", ["\u{5D0}\"\u{5D0}"]),
    ("\u{5D0}\"", ["\u{5D0}"]), ("\u{5D0}'\u{5D0}", ["\u{5D0}'\u{5D0}"]),
    // WB8 to WB12: numbers.
    ("١٢٣", ["١٢٣"]), ("1\u{66C}2", ["1\u{66C}2"]), ("1\u{2019}2", ["1\u{2019}2"]),
    ("ä1", ["ä1"]), ("1ä", ["1ä"]),
    // WB13: Katakana, and what connects.
    ("カタカナ", ["カタカナ"]), ("a\u{203F}b", ["a\u{203F}b"]), ("ー_ー", ["ー_ー"]),
    // WB15, WB16, WB3c: neither flags nor other pictures are words.
    ("🇩🇪🇫🇷", []), ("a🙂b", ["a", "b"]), ("👨\u{200D}👩\u{200D}👧", []),
    ("1\u{200D}🙂b", ["1\u{200D}🙂", "b"]),
    // WB999: ideographs and Hiragana stand alone.
    ("世界", ["世", "界"]), ("こん", ["こ", "ん"]), ("x²", ["x", "²"]),
  ])
  func wordsEndWhereUnicodeSays(text: String, expected: [String]) {
    #expect(words(text).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test func randomASCIIIsSplitLikeOtherText() {
    var random = Seed(5).stream("words")
    let letters = Array("aZ09_:,;.'\" -\t\r\n#/")
    for _ in 0..<2_000 {
      let text = String((0..<20).map { _ in letters[Int(random.nextWord()) % letters.count] })
      #expect(words(text) == oracle(text), "\(text.debugDescription)")
    }
  }

  /// Letters that the standard library's tables or rules have wrong are left out: it parts syllables
  /// of Hangul, and Hebrew letters from a quote between them.
  @Test func textBetweenBlanksIsSplitLikeAllOfIt() {
    var random = Seed(6).stream("words")
    let letters = Array("aé1٣.'’ \t\n世カ\"_🙂🇩\u{308}\u{AD}:").map(String.init)
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in letters[Int(random.nextWord()) % letters.count] }.joined()
      #expect(words(text) == oracle(text), "\(text.debugDescription)")
    }
  }

  @Test(
    .enabled(
      if: RealData.has("reviews"),
      "SKIPPED: set RECTIFIER_DATA to a folder that holds reviews/ to split real reviews"))
  func realReviewsAreSplitLikeOtherText() throws {
    let path = RealData.path("reviews/kitchen_review_positive.txt.gz")
    guard case .texts(let texts) = try TextLines.read(ContentSource(path: path)).columns[0].cells
    else { return #expect(Bool(false)) }
    #expect(texts.count == 3000)
    for text in texts.prefix(300) { #expect(words(text) == oracle(text)) }
  }
}
