// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Vectorizer {
  /// What the number of a term in a row says.
  public enum Weighting: String, CaseIterable, Codable, Sendable {
    /// 1 for every term that the text has.
    case presence
    /// How often the text has the term.
    case counts
    /// How often the text has the term × the term's inverse document frequency, the row then
    /// divided by its Euclidean length.
    case tfidf
  }

  /// How texts become terms, and which terms become features.
  public struct Options: Hashable, Codable, Sendable {
    /// Whether words are lower-cased, by Unicode's mapping, before anything else is done.
    public var lowercases: Bool
    /// Terms are runs of 1 to this many neighbouring words, joined by a space.
    public var longestNGram: Int
    /// What the number of a term in a row says.
    public var weighting: Weighting
    /// At most this many terms become features: those that most texts have.
    public var vocabularySize: Int
    /// Terms that fewer texts have become no features.
    public var leastDocumentCount: Int

    /// Options; what is not given is as in the 20,000 single words that most texts have.
    public init(
      lowercases: Bool = true, longestNGram: Int = 1, weighting: Weighting = .presence,
      vocabularySize: Int = 20_000, leastDocumentCount: Int = 1
    ) {
      self.lowercases = lowercases
      self.longestNGram = longestNGram
      self.weighting = weighting
      self.vocabularySize = vocabularySize
      self.leastDocumentCount = leastDocumentCount
    }

    /// - Throws: ``VectorizerError/optionBelowOne(name:found:)``.
    func check() throws(VectorizerError) {
      let numbers = [
        ("longest n-gram", longestNGram), ("vocabulary size", vocabularySize),
        ("least document count", leastDocumentCount),
      ]
      for (name, number) in numbers where number < 1 {
        throw .optionBelowOne(name: name, found: number)
      }
    }
  }
}
