// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// In how many texts each term is.
struct DocumentCounts {
  /// All terms of all texts, in order of first appearance.
  private(set) var terms = TermTable()
  /// How many texts have each term.
  private(set) var documentCounts: [Int] = []
  /// How many texts there were.
  private(set) var textCount = 0

  init(of texts: some Sequence<String>, options: Vectorizer.Options) {
    var reader = WordReader(lowercases: options.lowercases)
    // The last text that each term was seen in, from 1.
    var lastTexts: [Int] = []
    for text in texts {
      textCount += 1
      reader.read(text)
      reader.forEachTerm(longest: options.longestNGram) { term, hash in
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
