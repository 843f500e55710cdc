// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation

/// What a number of the report stands on: a command, and the networks that it has trained so far.
package struct ReportEvidence: Equatable, Sendable {
  package var command: String
  /// Networks that are done.
  package var doneCount: Int
  /// Of those, the ones that diverged.
  package var divergedCount: Int
  /// Networks that there will be; 0 where nothing is trained.
  package var trialCount: Int
  /// Whether more networks will follow from what these come to.
  package var isOpen = false
  /// The union of the times from the last start of each network to its end, of which those side by
  /// side count once; nil where none was trained.
  package var wallSeconds: Double?

  /// A number for which nothing is trained.
  package init(_ command: String) {
    self.command = command
    doneCount = 0
    divergedCount = 0
    trialCount = 0
  }

  /// Networks by their records; nil for one that is not done.
  package init(_ command: String, records: [TrialRecord?]) {
    self.command = command
    let done = records.compactMap { $0 }
    doneCount = done.count
    divergedCount = done.count { $0.divergence != nil }
    trialCount = records.count
    let spans = done.compactMap(\.span)
    wallSeconds = spans.isEmpty ? nil : Self.covered(spans)
  }

  /// Whether all networks are done.
  package var isComplete: Bool { doneCount == trialCount && !isOpen }

  /// `200`, `3 of 200`, `3 of at least 4`; a dash where nothing is trained.
  package var count: String {
    if trialCount == 0 { return "–" }
    if isComplete { return "\(doneCount)" }
    return "\(doneCount) of " + (isOpen ? "at least " : "") + "\(trialCount)"
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
