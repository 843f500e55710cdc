// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct VectorizerTests {
  private let texts = ["The soup was good", "the bill; the bill was not", "Good soup"]

  private func fit(_ change: (inout Vectorizer.Options) -> Void = { _ in }) throws -> Vectorizer {
    var options = Vectorizer.Options()
    change(&options)
    return try Vectorizer.fit(texts, options: options)
  }

  private func pairs(_ vectorizer: Vectorizer, _ text: String) -> [String: Float] {
    let entries = vectorizer.entries(of: text)
    #expect(entries.map(\.column) == entries.map(\.column).sorted())
    return Dictionary(
      uniqueKeysWithValues: entries.map { (vectorizer.vocabulary[Int($0.column)], $0.value) })
  }

  @Test func termsStandByTextsThenByBytes() throws {
    #expect(try fit().vocabulary == ["good", "soup", "the", "was", "bill", "not"])
    #expect(try fit { $0.vocabularySize = 3 }.vocabulary == ["good", "soup", "the"])
    #expect(
      try fit { $0.leastDocumentCount = 2 }.vocabulary == ["good", "soup", "the", "was"])
    #expect(
      try fit { $0.lowercases = false }.vocabulary
        == ["soup", "was", "Good", "The", "bill", "good", "not", "the"])
  }

  @Test func termsOfSeveralWordsAreJoinedByASpace() throws {
    let vocabulary = try fit { $0.longestNGram = 3 }.vocabulary
    #expect(vocabulary.prefix(4) == ["good", "soup", "the", "was"])
    #expect(
      vocabulary.dropFirst(4) == [
        "bill", "bill the", "bill the bill", "bill was", "bill was not", "good soup", "not",
        "soup was", "soup was good", "the bill", "the bill the", "the bill was", "the soup",
        "the soup was", "was good", "was not",
      ])
  }

  @Test func presenceIsOneAndCountsAreCounts() throws {
    let text = "The BILL, the bill: not cheap"
    #expect(pairs(try fit(), text) == ["the": 1, "bill": 1, "not": 1])
    #expect(
      pairs(try fit { $0.weighting = .counts }, text) == ["the": 2, "bill": 2, "not": 1])
    #expect(try fit().entries(of: "unknown words").isEmpty)
    #expect(try fit().entries(of: "").isEmpty)
  }

  @Test func inverseDocumentFrequenciesWeightARowOfLengthOne() throws {
    let vectorizer = try fit { $0.weighting = .tfidf }
    // 1 + log(4 / 3) and 1 + log(4 / 2).
    #expect(vectorizer.inverseDocumentFrequencies.count == 6)
    #expect(abs(vectorizer.inverseDocumentFrequencies[0] - 1.287_682) < 1e-6)
    #expect(abs(vectorizer.inverseDocumentFrequencies[5] - 1.693_147_2) < 1e-6)
    let row = pairs(vectorizer, "not not good")
    #expect(abs(row["not"]! - 0.934_702) < 1e-6)
    #expect(abs(row["good"]! - 0.355_432) < 1e-6)
  }

  @Test func aStoredVocabularyIsTheSame() throws {
    for weighting in Vectorizer.Weighting.allCases {
      let vectorizer = try fit { $0.weighting = weighting }
      let stored = try Vectorizer(
        options: vectorizer.options, vocabulary: vectorizer.vocabulary,
        inverseDocumentFrequencies: vectorizer.inverseDocumentFrequencies)
      #expect(stored == vectorizer)
    }
  }

  @Test(arguments: [
    (["a", "b"], [Float](), VectorizerError.wrongFrequencyCount(expected: 2, found: 0)),
    (["a", "a"], [1, 1], .wrongTerm(term: "a", index: 1)),
    (["a", ""], [1, 1], .wrongTerm(term: "", index: 1)),
    (["a", "b"], [1, .infinity], .wrongFrequency(term: "b", found: .infinity)),
    (["a", "b"], [0, 1], .wrongFrequency(term: "a", found: 0)),
  ])
  func aDamagedVocabularyIsRefused(
    vocabulary: [String], frequencies: [Float], expected: VectorizerError
  ) {
    let error = #expect(throws: VectorizerError.self) {
      try Vectorizer(
        options: Vectorizer.Options(weighting: .tfidf), vocabulary: vocabulary,
        inverseDocumentFrequencies: frequencies)
    }
    #expect(error == expected)
  }

  /// Terms are bytes: a letter with its accent is another one than the letter and its accent.
  @Test func termsAreToldApartByBytes() throws {
    let vectorizer = try Vectorizer.fit(["caf\u{E9} cafe\u{301}"], options: .init())
    #expect(vectorizer.vocabulary.map { Array($0.utf8).count } == [6, 5])
    #expect(vectorizer.entries(of: "cafe\u{301}").map(\.column) == [0])
    #expect(vectorizer.entries(of: "caf\u{E9}").map(\.column) == [1])
  }
}
