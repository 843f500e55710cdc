// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation

/// What a number of the report stands on: a command, and the networks that it has trained so far.
package struct ReportEvidence: Equatable, Sendable {
  package var command: String
  /// Networks that are done.
  package var doneCount: Int
  /// Networks that there will be; 0 where nothing is trained.
  package var trialCount: Int
  /// Whether more networks will follow from what these come to.
  package var isOpen = false
  package var budget: ReproductionBudget
  /// The time in which at least one of the networks was being trained; nil where none was.
  package var wallSeconds: Double?

  /// A number for which nothing is trained.
  package init(_ command: String) {
    self.command = command
    doneCount = 0
    trialCount = 0
    budget = .full
  }

  /// Networks by their records; nil for one that is not done.
  package init(
    _ command: String, records: [TrialRecord?], budget: ReproductionBudget = .full
  ) {
    self.command = command
    let done = records.compactMap { $0 }
    doneCount = done.count
    trialCount = records.count
    self.budget = budget
    let spans = done.compactMap(\.span)
    wallSeconds = spans.isEmpty ? nil : Self.covered(spans)
  }

  /// Whether all networks of the full budget are done.
  package var isComplete: Bool { doneCount == trialCount && !isOpen && budget == .full }

  /// `200`, `3 of 200`, `3 of at least 4`; a dash where nothing is trained.
  package var count: String {
    if trialCount == 0 { return "–" }
    if isComplete { return "\(doneCount)" }
    return "\(doneCount) of " + (isOpen ? "at least " : "") + "\(trialCount)"
      + (budget == .full ? "" : ", \(budget.rawValue) budget")
  }

  /// The count, and whether there is nothing yet: `not run: 0 of 200 networks`.
  package var state: String {
    trialCount > 0 && doneCount == 0 ? "not run: \(count) networks" : count
  }

  /// The length of a union of spans of time, which may overlap: networks train side by side.
  static func covered(_ spans: [ClosedRange<Double>]) -> Double {
    var end = -Double.infinity
    return spans.sorted { $0.lowerBound < $1.lowerBound }.reduce(0) { sum, span in
      defer { end = max(end, span.upperBound) }
      return sum + max(0, span.upperBound - max(end, span.lowerBound))
    }
  }
}

extension TrialRecord {
  /// From its beginning, or from where it went on last, to its end, in seconds since 2001; nil where
  /// the record does not say it in the form in which this program writes it.
  fileprivate var span: ClosedRange<Double>? {
    let style = Date.ISO8601FormatStyle()
    guard let start = try? style.parse(startedAt), let end = try? style.parse(finishedAt),
      start <= end
    else { return nil }
    return start.timeIntervalSinceReferenceDate...end.timeIntervalSinceReferenceDate
  }
}
