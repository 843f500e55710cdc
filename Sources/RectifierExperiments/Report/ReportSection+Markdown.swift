// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension ReportSection {
  /// The section as lines of Markdown.
  var markdown: [String] {
    var lines = ["## \(title)", "", source, ""]
    lines += warnings.flatMap { ["**Warning:** \($0).", ""] }
    lines += figures.flatMap { ["![\($0.caption)](\($0.fileName))", ""] }
    lines += Table("", heading: Row.heading, rows: rows.map(\.cells)).markdown + [""]
    lines += tables.flatMap { [$0.caption, ""] + $0.markdown + [""] }
    lines += notes.flatMap { ["- \($0)"] } + (notes.isEmpty ? [] : [""])
    guard !deviations.isEmpty else { return lines }
    let numbers = deviations.map(String.init).joined(separator: ", ")
    return lines + ["Deviations from the paper: \(numbers) in [DEVIATIONS.md](DEVIATIONS.md).", ""]
  }
}

extension ReportSection.Row {
  fileprivate static let heading = [
    "what", "paper", "where", "ours", "95 % interval", "networks", "command", "wall time",
  ]

  fileprivate var cells: [String] {
    [
      what, published, place, ours ?? missing, interval ?? "–", evidence.count,
      "`\(evidence.command)`",
      evidence.wallSeconds.map { NumberText.duration(seconds: $0) } ?? "–",
    ]
  }

  /// What stands in the place of our number.
  ///
  /// Without a reason of its own, a row whose networks are done and did not diverge is a difference
  /// of groups that have no spread.
  var missing: String {
    if evidence.doneCount == 0 { return "not run" }
    if let reason { return reason }
    let areAllDone = evidence.doneCount == evidence.trialCount
    if areAllDone && evidence.divergedCount == evidence.doneCount { return "all diverged" }
    guard evidence.isComplete else { return "too few networks" }
    return evidence.divergedCount > 0
      ? "\(evidence.divergedCount) of \(evidence.doneCount) diverged" : "no spread"
  }
}

extension ReportSection.Table {
  /// The table as lines of Markdown.
  var markdown: [String] {
    ([heading, heading.map { _ in "---" }] + rows).map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
  }
}
