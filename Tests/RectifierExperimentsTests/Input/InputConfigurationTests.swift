// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import Testing

@testable import RectifierExperiments

@Suite struct InputConfigurationTests {
  private static let changes: [(String, @Sendable (inout InputConfiguration) -> Void)] = [
    ("format", { $0.format = .svmlight }), ("target", { $0.target = "y" }),
    ("task", { $0.task = .ordinal }), ("text", { $0.table.texts = ["a", "b"] }),
    ("categorical", { $0.table.categorical = ["c"] }), ("numeric", { $0.table.numeric = ["d"] }),
    ("ignore", { $0.table.ignored = ["e,f"] }), ("missing", { $0.table.missing = ["-"] }),
    ("header", { $0.table.hasHeader = false }),
    ("replaceInvalid", { $0.table.replacesInvalidUTF8 = true }),
    ("standardize", { $0.standardizes = false }), ("lowercase", { $0.text.lowercases = false }),
    ("ngrams", { $0.text.longestNGram = 2 }), ("weighting", { $0.text.weighting = .tfidf }),
    ("vocabulary", { $0.text.vocabularySize = 7 }),
    ("minDocuments", { $0.text.leastDocumentCount = 3 }), ("indexBase", { $0.indexBase = .zero }),
    ("binary", { $0.isBinary = true }), ("fitOn", { $0.fittedRows = .all }),
    ("stream", { $0.streams = false }),
    ("classWeights", { $0.classWeights = .given([(label: "a:b", weight: 2)]) }),
  ]

  @Test func everyOptionSurvivesJSON() throws {
    #expect(Self.changes.map(\.0) == InputConfiguration.keys)
    var configuration = TrainConfiguration(data: "x")
    for (key, change) in Self.changes {
      change(&configuration.input)
      #expect(configuration.input.changedKeys.contains(key))
    }
    let read = try TrainConfiguration(json: configuration.json, place: "x")
    #expect(read == configuration && read.input == configuration.input)
    #expect(configuration.input.changedKeys == InputConfiguration.keys)
  }

  @Test func defaultsChangeNoRecipe() throws {
    #expect(TrainConfiguration(data: "x").recipe.keys == ["data"])
    #expect(InputConfiguration().changedKeys.isEmpty)
  }

  @Test(arguments: ["ngrams", "vocabulary", "minDocuments"])
  func countsAreAtLeastOne(key: String) {
    var object: JSONObject = ["data": "x"]
    object[key] = 0
    let error = #expect(throws: ConfigurationError.self) {
      try TrainConfiguration(json: .object(object), place: "file")
    }
    #expect(error?.description.hasPrefix("file.\(key): expected a whole number from 1") == true)
  }

  @Test func optionsWithoutAMeaningForAFormAreRefused() {
    let table = ["text", "categorical", "numeric", "ignore", "missing", "header", "standardize"]
    let words = ["lowercase", "ngrams", "weighting", "vocabulary", "minDocuments"]
    let meaningless: [RowFormat: [String]] = [
      .csv: ["indexBase", "binary"], .tsv: ["indexBase", "binary"],
      .svmlight: table + ["replaceInvalid"] + words,
      .fasttext: table + ["indexBase", "binary"], .text: table + ["indexBase", "binary"],
    ]
    for format in RowFormat.allCases {
      for (key, change) in Self.changes {
        var input = InputConfiguration()
        change(&input)
        let isRefused = (try? input.check(for: format)) == nil
        #expect(isRefused == meaningless[format]?.contains(key), "\(format) \(key)")
      }
    }
  }

  @Test func unknownNamesAreRefused() {
    for (key, name) in [
      ("format", "xls"), ("task", "guess"), ("weighting", "bm25"), ("fitOn", "test"),
    ] {
      var object: JSONObject = ["data": "x"]
      object[key] = .string(name)
      let error = #expect(throws: ConfigurationError.self) {
        try TrainConfiguration(json: .object(object), place: "file")
      }
      #expect(error?.description.hasPrefix("file.\(key): unknown name '\(name)'") == true)
    }
  }

  @Test func whereNothingIsLearnedTheTargetIsLeftOut() {
    var input = InputConfiguration()
    for (_, change) in Self.changes { change(&input) }
    let rest = input.withoutTarget
    #expect(rest.table.ignored == ["e,f", "y"])
    #expect(
      rest.changedKeys
        == InputConfiguration.keys.filter { !["target", "task", "classWeights"].contains($0) })
    #expect(InputConfiguration().withoutTarget == InputConfiguration())
  }
}
