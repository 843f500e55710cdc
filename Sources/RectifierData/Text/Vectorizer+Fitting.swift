// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Vectorizer {
  /// The vocabulary of the training texts.
  ///
  /// - Throws: ``VectorizerError``: an option below one, no words, or no term in as many texts as
  ///   are asked for.
  /// - Complexity: O(bytes · longest n-gram) and a sort of the terms; memory for every different
  ///   term.
  ///
  /// Source of the inverse document frequencies: scikit-learn's `TfidfTransformer` with
  /// `smooth_idf`, as if one text more had every term.
  public static func fit(
    _ texts: some Sequence<String>, options: Options
  ) throws(VectorizerError) -> Vectorizer {
    var counts = try DocumentCounts(options)
    for text in texts { counts.add(text) }
    return try Vectorizer(fitting: counts, options: options)
  }

  /// The vocabulary of texts whose terms have been counted.
  init(fitting counts: DocumentCounts, options: Options) throws(VectorizerError) {
    let order = counts.mostFrequent
    guard let first = order.first else { throw .noWords(textCount: counts.textCount) }
    let kept = order.prefix(options.vocabularySize)
      .prefix { counts.documentCounts[$0] >= options.leastDocumentCount }
    guard !kept.isEmpty else {
      throw .noCommonTerm(
        leastDocumentCount: options.leastDocumentCount, commonest: counts.terms.term(first),
        documentCount: counts.documentCounts[first])
    }
    let frequencies = kept.map { number in
      1
        + Elementary.log(
          Float(Double(1 + counts.textCount) / Double(1 + counts.documentCounts[number])))
    }
    try self.init(
      options: options, vocabulary: kept.map { counts.terms.term($0) },
      inverseDocumentFrequencies: options.weighting == .tfidf ? frequencies : [])
  }
}
