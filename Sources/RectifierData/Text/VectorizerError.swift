// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Why texts cannot become features.
public enum VectorizerError: Error, Equatable, Sendable {
  /// An option that counts something is zero or negative.
  case optionBelowOne(name: String, found: Int)
  /// None of the texts has a word.
  case noWords(textCount: Int)
  /// No term is in as many texts as are asked for; `commonest` is in the most.
  case noCommonTerm(leastDocumentCount: Int, commonest: String, documentCount: Int)
  /// A stored vocabulary has a term twice, or an empty one.
  case wrongTerm(term: String, index: Int)
  /// Stored inverse document frequencies do not fit the weighting or the vocabulary.
  case wrongFrequencyCount(expected: Int, found: Int)
  /// A stored inverse document frequency is not a positive number.
  case wrongFrequency(term: String, found: Float)
}

extension VectorizerError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .optionBelowOne(let name, let found):
      "vocabulary: expected a \(name) of at least 1, found \(found); give a larger one"
    case .noWords(let textCount):
      "vocabulary: expected words in \(textCount == 1 ? "the text" : "\(textCount) texts"), "
        + "found none; check that the right column holds the text"
    case .noCommonTerm(let least, let commonest, let documentCount):
      "vocabulary: expected terms that are in at least \(least) texts, found none (the commonest, "
        + "\(PathName.quoted(commonest)), is in \(documentCount)); lower the least document count"
    case .wrongTerm(let term, let index):
      "vocabulary: expected every term once and none empty, found \(PathName.quoted(term)) as "
        + "term \(index); get the model again"
    case .wrongFrequencyCount(let expected, let found):
      "vocabulary: expected \(expected) inverse document frequencies, found \(found); "
        + "get the model again"
    case .wrongFrequency(let term, let found):
      "vocabulary: expected a positive inverse document frequency of \(PathName.quoted(term)), "
        + "found \(found); get the model again"
    }
  }
}
