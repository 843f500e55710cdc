// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

@testable import RectifierData

/// The vectoriser beside scikit-learn's. Numbers: Golden/make_rows.py.
@Suite struct VectorizerGoldenTests {
  private struct Entry: Hashable {
    let row: Int
    let term: String
  }

  /// The fields of the lines of Golden/rows.txt that begin with `key`, behind it.
  private func golden(_ key: String) throws -> [[String]] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/rows.txt")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix(key + "\t") }
      .map { line in
        line.dropFirst(key.count + 1).split(separator: "\t", omittingEmptySubsequences: false)
          .map(String.init)
      }
  }

  private func rows(_ options: Vectorizer.Options) throws -> [Entry: Float] {
    let key = "\(options.weighting)\t\(options.longestNGram)\t\(options.leastDocumentCount)"
    return Dictionary(
      uniqueKeysWithValues: try golden(key).map { fields in
        (Entry(row: try #require(Int(fields[0])), term: fields[1]), try #require(Float(fields[2])))
      })
  }

  @Test(arguments: Vectorizer.Weighting.allCases, [1, 2, 3])
  func rowsAreThoseOfScikitLearn(weighting: Vectorizer.Weighting, longest: Int) throws {
    let texts = try golden("text").map { $0[1] }
    #expect(texts.count == 7)
    for least in [1, 2] {
      let options = Vectorizer.Options(
        longestNGram: longest, weighting: weighting, leastDocumentCount: least)
      let expected = try rows(options)
      #expect(expected.count > 20)
      let vectorizer = try Vectorizer.fit(texts, options: options)
      #expect(Set(vectorizer.vocabulary) == Set(expected.keys.map(\.term)))
      var found: [Entry: Float] = [:]
      for (row, text) in texts.enumerated() {
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
