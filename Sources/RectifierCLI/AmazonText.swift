// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// What `reproduce amazon` prints.
enum AmazonText {
  /// A row a kind of network and number of labels, then what the comparisons come to.
  static func lines(_ results: AmazonResults) -> [String] {
    let domains = results.rows.first?.cells.map(\.domain) ?? []
    let head = ["accuracy"] + domains + ["mean", "95 % interval", "networks"]
    return TextTable.lines([head] + results.rows.map(row)) + [""] + results.findings
      + (results.findings.isEmpty ? [] : [""])
      + [
        "The paper's network of 3 rectifier layers: "
          + "\(NumberText.percent(AmazonResults.publishedAccuracy)); the work that it follows: "
          + "\(NumberText.percent(AmazonResults.publishedReference, decimals: 1)). Intervals are those "
          + "of the sizes of the test parts."
      ]
  }

  private static func row(_ row: AmazonResults.Row) -> [String] {
    let outcomes = row.cells.map(\.outcome)
    let done = outcomes.reduce(0) { $0 + $1.doneCount }
    let known = outcomes.reduce(0) { $0 + $1.trials.all.count }
    let isComplete = outcomes.allSatisfy(\.isComplete)
    return [row.name]
      + row.cells.map { cell in cell.moments.map { NumberText.percent($0.mean) } ?? "–" }
      + [
        row.accuracy.map { NumberText.percent($0) } ?? "–",
        row.interval95.map { NumberText.percentRange($0, decimals: 2) } ?? "–",
        isComplete ? "\(known)" : "\(done) of at least \(known)",
      ]
  }
}
