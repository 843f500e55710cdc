// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct VectorizerErrorTests {
  private func message(
    _ texts: [String], _ change: (inout Vectorizer.Options) -> Void = { _ in }
  ) -> String? {
    var options = Vectorizer.Options()
    change(&options)
    return #expect(throws: VectorizerError.self) {
      try Vectorizer.fit(texts, options: options)
    }?.description
  }

  @Test func anEmptyVocabularySaysWhy() {
    #expect(
      message([])
        == "vocabulary: expected words in 0 texts, found none; check that the right column holds "
        + "the text")
    #expect(message(["…"])?.contains("expected words in the text, found none") == true)
    #expect(
      message(["one two", "one"]) { $0.leastDocumentCount = 3 }
        == "vocabulary: expected terms that are in at least 3 texts, found none (the commonest, "
        + "'one', is in 2); lower the least document count")
  }

  @Test func optionsBelowOneAreRefused() {
    #expect(
      message(["a"]) { $0.longestNGram = 0 }
        == "vocabulary: expected a longest n-gram of at least 1, found 0; give a larger one")
    #expect(message(["a"]) { $0.vocabularySize = -1 }?.contains("vocabulary size") == true)
    #expect(message(["a"]) { $0.leastDocumentCount = 0 }?.contains("document count") == true)
  }
}
