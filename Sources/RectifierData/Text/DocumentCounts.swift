// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// In how many texts each term is; texts come one at a time.
struct DocumentCounts {
  /// All terms of all texts, in order of first appearance.
  private(set) var terms = TermTable()
  /// How many texts have each term.
  private(set) var documentCounts: [Int] = []
  /// How many texts there were.
  private(set) var textCount = 0

  private let longestNGram: Int
  private var reader: WordReader
  /// The last text that each term was seen in, from 1.
  private var lastTexts: [Int] = []

  /// No texts yet.
  ///
  /// - Throws: ``VectorizerError/optionBelowOne(name:found:)``.
  init(_ options: Vectorizer.Options) throws(VectorizerError) {
    try options.check()
    longestNGram = options.longestNGram
    reader = WordReader(lowercases: options.lowercases)
  }

  /// Adds the terms of a text.
  mutating func add(_ text: String) {
    textCount += 1
    reader.read(text)
    reader.forEachTerm(longest: longestNGram) { term, hash in
      let number = terms.insert(term, hash: hash)
      if number == lastTexts.count {
        lastTexts.append(textCount)
        documentCounts.append(1)
      } else if lastTexts[number] != textCount {
        lastTexts[number] = textCount
        documentCounts[number] += 1
      }
    }
  }

  /// The numbers of all terms, those in most texts first, of equals the lesser bytes first.
  var mostFrequent: [Int] {
    (0..<terms.count).sorted { first, second in
      let (firstCount, secondCount) = (documentCounts[first], documentCounts[second])
      if firstCount != secondCount { return firstCount > secondCount }
      return terms.bytes(of: first).lexicographicallyPrecedes(terms.bytes(of: second))
    }
  }
}
