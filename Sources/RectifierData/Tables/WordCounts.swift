// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// In how many rows each word of a column is; rows come some at a time.
struct WordCounts {
  /// Fewer words than these may all differ.
  private static let fewWords = 20

  private var counts: [String: Int] = [:]
  private var presentCount = 0
  private var hasMissing = false

  /// Adds rows: which of the words each has, −1 for none.
  mutating func add(codes: [Int32], words: [String]) {
    var added = [Int](repeating: 0, count: words.count)
    for code in codes {
      if code < 0 { hasMissing = true } else { added[Int(code)] += 1 }
    }
    for (word, count) in zip(words, added) where count > 0 {
      counts[word, default: 0] += count
      presentCount += count
    }
  }

  /// Whether no row has a word.
  var isEmpty: Bool { presentCount == 0 }

  /// Refuses words most of which stand in one row only.
  func checkWordsRepeat(
    table: String, column: String, isTarget: Bool
  ) throws(SchemaError) {
    if counts.count > Self.fewWords, counts.count * 2 > presentCount {
      throw .tooManyWords(
        table: table, column: column, wordCount: counts.count, rowCount: presentCount,
        isTarget: isTarget)
    }
  }

  /// The encoding of the words.
  ///
  /// - Parameter leastCount: Words that fewer rows have get no level.
  func encoding(leastCount: Int) -> CategoryEncoding {
    let levels = counts.filter { $0.value >= leastCount }.map(\.key)
    return CategoryEncoding(
      levels: NumberText.sorted(levels), hasMissingLevel: hasMissing,
      isUnseenTrained: levels.count < counts.count)
  }
}
