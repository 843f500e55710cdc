// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Turns texts into rows of numbers, one column a term of a vocabulary.
///
/// A word is a piece of text between two word boundaries of Unicode that has a letter or a number
/// in it; a term is a run of 1 to `longestNGram` neighbouring words of one text, joined by a space.
/// Terms are told apart by their UTF-8 bytes, and those outside the vocabulary are passed over.
public struct Vectorizer: Equatable, Sendable {
  /// How texts become terms, and which became features.
  public let options: Options
  /// The term of each column: those that most training texts have first, and of those that are in
  /// as many, the one with the lesser UTF-8 bytes.
  public let vocabulary: [String]
  /// For each term 1 + log((1 + texts) / (1 + texts that have it)), counted in the training texts;
  /// empty unless terms are weighted by it.
  public let inverseDocumentFrequencies: [Float]
  private let terms: TermTable

  /// A vocabulary that has been fitted, as a model holds it.
  ///
  /// - Throws: ``VectorizerError``: an option below one, a term that is empty or there twice,
  ///   frequencies that do not fit.
  public init(
    options: Options, vocabulary: [String], inverseDocumentFrequencies: [Float] = []
  ) throws(VectorizerError) {
    try options.check()
    let expected = options.weighting == .tfidf ? vocabulary.count : 0
    guard inverseDocumentFrequencies.count == expected else {
      throw .wrongFrequencyCount(expected: expected, found: inverseDocumentFrequencies.count)
    }
    for (term, frequency) in zip(vocabulary, inverseDocumentFrequencies)
    where !(frequency > 0 && frequency.isFinite) {
      throw .wrongFrequency(term: term, found: frequency)
    }
    var terms = TermTable()
    for (index, term) in vocabulary.enumerated() {
      guard !term.isEmpty, terms.insert(term) == index else {
        throw .wrongTerm(term: term, index: index)
      }
    }
    self.options = options
    self.vocabulary = vocabulary
    self.inverseDocumentFrequencies = inverseDocumentFrequencies
    self.terms = terms
  }

  /// The numbers of one text that are not zero, their columns ascending.
  ///
  /// - Complexity: O(bytes · longest n-gram), and a sort of the terms found.
  ///
  /// Edge cases: a text without a term of the vocabulary has none.
  public func entries(of text: String) -> [(column: UInt32, value: Float)] {
    var reader = WordReader(lowercases: options.lowercases)
    reader.read(text)
    var found: [UInt32] = []
    reader.forEachTerm(longest: options.longestNGram) { term, hash in
      if let number = terms.number(of: term, hash: hash) { found.append(UInt32(number)) }
    }
    found.sort()
    var entries: [(column: UInt32, value: Float)] = []
    entries.reserveCapacity(found.count)
    for column in found {
      if entries.last?.column == column {
        entries[entries.count - 1].value += 1
      } else {
        entries.append((column, 1))
      }
    }
    weight(&entries)
    return entries
  }

  /// Makes of counts what the options say.
  private func weight(_ entries: inout [(column: UInt32, value: Float)]) {
    switch options.weighting {
    case .counts: return
    case .presence:
      for index in entries.indices { entries[index].value = 1 }
    case .tfidf:
      let products = entries.map {
        Double($0.value) * Double(inverseDocumentFrequencies[Int($0.column)])
      }
      let length = products.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for index in entries.indices { entries[index].value = Float(products[index] / length) }
    }
  }
}
