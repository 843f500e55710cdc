// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

/// The real reviews. Expected numbers: `Tests/RectifierDataTests/Svmlight/svmlight_facts.py`.
@Suite struct AmazonTests {
  @Test(
    .enabled(
      if: RealData.has("amazon"),
      "SKIPPED: set RECTIFIER_DATA to a folder that holds amazon/ to read real sparse rows"),
    arguments: [
      ("books_train", 2000, 184408, 237774, 2053904214, 1000),
      ("books_test", 4465, 394856, 504880, 52071866, 2264),
      ("dvd_train", 2000, 184399, 234151, 274084147, 1000),
      ("dvd_test", 3586, 331695, 424570, 1896661739, 1807),
      ("electronics_train", 2000, 142574, 179292, 234429585, 1000),
      ("electronics_test", 5681, 402476, 504969, 524767351, 2857),
      ("kitchen_train", 2000, 126363, 153789, 1019957524, 1000),
      ("kitchen_test", 5945, 373659, 454383, 446855946, 2954),
    ])
  func theRowsAreThoseOfScikitLearn(
    name: String, rowCount: Int, entryCount: Int, sum: Int, mark: Int, positiveCount: Int
  ) throws {
    let file = try SvmlightFile(
      reading: ContentSource(path: RealData.path("amazon/\(name).svmlight.gz")))
    #expect(file.indexBase == .zero)
    #expect(file.features.columnCount == 5000)
    #expect(file.features.rowCount == rowCount)
    #expect(file.features.entryCount == entryCount)
    #expect(Int(file.features.values.reduce(0) { $0 + Double($1) }) == sum)
    var found = 0
    for row in 0..<rowCount {
      file.features.withRow(row) { columns, values in
        for (column, value) in zip(columns, values) {
          found = (found + Int(value) * (row + 1) * (Int(column) + 1)) % (1 << 31 - 1)
        }
      }
    }
    #expect(found == mark)
    guard case .numbers(let labels) = file.targets.columns[0].cells else {
      return #expect(Bool(false))
    }
    #expect(labels.count { $0 == 1 } == positiveCount)
    #expect(labels.allSatisfy { $0.magnitude == 1 })
  }
}
