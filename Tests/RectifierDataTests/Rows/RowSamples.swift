// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport

@testable import RectifierData

/// Small files of every form with a row a line.
enum RowSamples {
  /// A file's name, its text and the column that is learned.
  typealias Sample = (name: String, text: String, target: String)

  static let all: [Sample] = [
    ("shops.csv", RowFiles.shops(), "verdict"),
    ("shops.tsv", RowFiles.shops().replacing(",", with: "\t"), "stars"),
    ("late.csv", late, "target"),
    ("one.svmlight", svmlight(base: 1), "label"),
    ("zero.svmlight", svmlight(base: 0), "label"),
    (
      "sets.svmlight", "1,2 1:1\n\n2 3:0.5 4:2\n1 # nothing\n 3 2:1\n".replacing("\n ", with: "\n"),
      "label"
    ),
    ("labelled.txt", labelled, "label"),
  ]

  /// A column of numbers in which a word comes late, and numbers that are missing.
  private static let late =
    "size,target,grade\n"
    + (0..<1200).map { row in
      "\(row % 7 == 0 ? "NA" : "\(row % 13).25"),\(row % 2),\(row == 1100 ? "none" : "\(row % 9)")\n"
    }.joined()

  private static func svmlight(base: Int) -> String {
    (0..<40).map { row in
      "\(row % 3) \(base + row % 4):\(row % 5) \(base + 5 + row % 2):1.5\n"
    }.joined()
  }

  private static let labelled =
    (0..<30).map { row in
      "__label__\(row % 2 == 0 ? "even" : "odd") "
        + (row % 5 == 0 ? "__label__five " : "") + "number \(row) and more\n\n"
    }.joined()

  /// Options that fit all of them.
  static func options(for sample: Sample) -> RowOptions {
    var options = RowOptions()
    if sample.name.hasPrefix("shops") { options.table.texts = ["review"] }
    return options
  }
}
