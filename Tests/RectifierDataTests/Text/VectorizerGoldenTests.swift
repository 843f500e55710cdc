// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

@testable import RectifierData

/// The vectoriser beside scikit-learn's. Numbers: Golden/make_rows.py.
@Suite struct VectorizerGoldenTests {
  private static let texts = [
    "The soup was good, the bread wasn't.",
    "Good bread; good soup! 3.50 for a bowl",
    "We don't come back: the bill was 1,000 and the soup cold",
    "cold COLD Cold bread",
    "",
    "Unknown things only",
    "A bowl of soup, a bowl of bread and a bill",
  ]

  private struct Entry: Hashable {
    let row: Int
    let term: String
  }

  private func golden(_ options: Vectorizer.Options) throws -> [Entry: Float] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/rows.txt")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    let key = "\(options.weighting)\t\(options.longestNGram)\t\(options.leastDocumentCount)\t"
    let fields = lines.filter { $0.hasPrefix(key) }.map { $0.split(separator: "\t") }
    return Dictionary(
      uniqueKeysWithValues: try fields.map {
        (Entry(row: try #require(Int($0[3])), term: String($0[4])), try #require(Float($0[5])))
      })
  }

  @Test(arguments: Vectorizer.Weighting.allCases, [1, 2, 3])
  func rowsAreThoseOfScikitLearn(weighting: Vectorizer.Weighting, longest: Int) throws {
    for least in [1, 2] {
      let options = Vectorizer.Options(
        longestNGram: longest, weighting: weighting, leastDocumentCount: least)
      let expected = try golden(options)
      #expect(expected.count > 20)
      let vectorizer = try Vectorizer.fit(Self.texts, options: options)
      #expect(Set(vectorizer.vocabulary) == Set(expected.keys.map(\.term)))
      var found: [Entry: Float] = [:]
      for (row, text) in Self.texts.enumerated() {
        for (column, value) in vectorizer.entries(of: text) {
          found[Entry(row: row, term: vectorizer.vocabulary[Int(column)])] = value
        }
      }
      #expect(Set(found.keys) == Set(expected.keys))
      for (entry, value) in expected {
        #expect(abs((found[entry] ?? 0) - value) <= 1e-6, "\(entry)")
      }
    }
  }
}
