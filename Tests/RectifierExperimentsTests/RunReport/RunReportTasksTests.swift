// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierExperiments

/// Pages about runs on rows of files, one of each task.
@Suite struct RunReportTasksTests {
  private let runs: ReportedRuns

  init() throws { runs = try ReportedRuns() }

  @Test func classesOfATable() throws {
    try runs.trainOnShops("verdicts") { $0.input.target = "verdict" }
    let page = try runs.page("verdicts")
    runs.expect(
      page, has: "Validation error", "class=\"heat\"", ">colour<", ">review<", "these are not",
      "The 6 rows of the validation part with the largest loss", "place, said 5",
      "Rows of files become features: ")
    // Rows that validate are the last ones, so that each stands beside its own text.
    #expect(page.matches(of: /place, said 5[4-9]/).count == 6)
    #expect(page.matches(of: #/place, said [0-9]/#).count == 6)
  }

  @Test func levels() throws {
    try runs.trainOnShops("stars") {
      $0.input.target = "stars"
      $0.input.task = .ordinal
      $0.input.table.ignored = ["verdict"]
    }
    runs.expect(
      try runs.page("stars"), has: "Validation RMSE", "class=\"heat\"",
      "distance between truth and prediction", "levels from 1 to 5")
  }

  @Test func numbers() throws {
    try runs.trainOnShops("sizes") {
      $0.input.target = "stars"
      $0.input.task = .regression
    }
    let page = try runs.page("sizes")
    runs.expect(
      page, has: "Validation R²", "Predictions against truths", "prediction = truth",
      "6 rows of the validation part", ">error</th>")
    #expect(!page.contains("class=\"heat\""))
  }

  @Test func setsOfLabels() throws {
    let lines = (0..<40).map { row in
      let labels = ["__label__even", "__label__<b>"].enumerated().filter {
        row % 4 == 3 || (row >> $0.offset) % 2 == 0
      }
      return (labels.map(\.element) + ["row \(row % 4) & so on"]).joined(separator: " ") + "\n"
    }
    let path = try runs.scratch.write(Array(lines.joined().utf8), "labels.txt")
    try runs.train("labels") {
      $0.data = path
      $0.input.task = .multiLabel
    }
    let page = try runs.page("labels")
    runs.expect(
      page, has: "Validation micro F1", "Ranks of labels", "P@k", "cross-entropy",
      "&lt;b&gt;", "&amp; so on")
    #expect(!page.contains("<b>"))
  }

  @Test func numberedFeatures() throws {
    let lines = (0..<40).map { "\($0 % 2) \(1 + $0 % 2):1 \(3 + $0 % 5):0.5\n" }
    let path = try runs.scratch.write(Array(lines.joined().utf8), "rows.svmlight")
    try runs.train("rows") { $0.data = path }
    runs.expect(try runs.page("rows"), has: ">features<", "2:1 5:0.5")
  }
}
