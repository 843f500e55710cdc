// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierNumerics
import Testing

@testable import RectifierData

/// A real table: 48,842 people, 14 columns of numeric codes. Expected numbers: `adult_facts.py`.
@Suite struct AdultTests {
  static let folder = ProcessInfo.processInfo.environment["RECTIFIER_DATA"]
  static var path: String { (folder ?? "") + "/tables/adult.tsv.gz" }
  static var isThere: Bool { folder != nil && FileManager.default.fileExists(atPath: path) }

  @Test(
    .enabled(
      if: isThere,
      "SKIPPED: set RECTIFIER_DATA to a folder that holds tables/ to read a real table"))
  func theTableIsRead() throws {
    var options = TableOptions()
    options.categorical = ["workclass", "race"]
    let table = try Table(reading: ContentSource(path: Self.path), options: options)
    #expect(table.rowCount == 48_842)
    #expect(table.columns.count == 15)
    #expect(table.line(ofRow: 48_841) == 48_843)
    let schema = try Schema.fit(
      table.subset(rows: (0..<32_561).map { Int32($0) }), SchemaOptions(target: "target"))
    #expect(schema.target?.kind == .classes(labels: ["0", "1"]))
    guard case .number(let age) = schema.columns[0].encoding else {
      Issue.record("\(schema.columns[0])")
      return
    }
    #expect(abs(age.mean - 38.5816467) < 1e-5 && abs(age.deviation - 13.6402230) < 1e-5)
    let (dataset, notes) = try schema.dataset(table, needsTarget: true)
    #expect(notes == [])
    #expect(dataset.classCounts == [11_687, 37_155])
    #expect(dataset.featureCount == 12 + 9 + 5)
  }
}
