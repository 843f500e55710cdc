// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Something that the paper claims and does not measure, and what our measurements say of it.
///
/// A value that follows from the records alone.
package struct Claim: Equatable, Sendable {
  /// What the measurements say.
  package enum Verdict: String, Equatable, Sendable {
    /// Every measurement that could have spoken against it speaks for it.
    case supported
    case notSupported = "not supported"
    /// Some speak for it, some against it, or its price is as large as its gain.
    case mixed
    /// Too few networks are done.
    case open
  }

  package var title: String
  /// What is claimed, and where.
  package var statement: String
  package var verdict: Verdict
  /// Why, with numbers; the first in a line beside the verdict.
  package var reasons: [String]
  package var tables: [ReportSection.Table] = []
  package var figures: [ReportSection.Figure] = []
  /// The networks behind it.
  package var evidence: ReportEvidence
}

extension Claim {
  /// The claim as lines of Markdown.
  var markdown: [String] {
    var lines = ["## \(title)", "", statement, "", "**\(verdict.rawValue)** (\(networks))", ""]
    lines += reasons.map { "- \($0)" } + (reasons.isEmpty ? [] : [""])
    lines += figures.flatMap { ["![\($0.caption)](\($0.fileName))", ""] }
    return lines + tables.flatMap { [$0.caption, ""] + $0.markdown + [""] }
  }

  private var networks: String {
    let wall = evidence.wallSeconds.map { ", \(NumberText.duration(seconds: $0)) of wall time" }
    return "\(evidence.count) networks, `\(evidence.command)`" + (wall ?? "")
  }

  /// Its line of the overview.
  var row: [String] { [title, verdict.rawValue, reasons.first ?? "–"] }

  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    [
      "title": .string(title),
      "verdict": .string(verdict.rawValue),
      "reasons": JSONValue(reasons),
      "figures": JSONValue(figures.map(\.fileName)),
      "doneCount": JSONValue(evidence.doneCount),
      "trialCount": JSONValue(evidence.trialCount),
    ]
  }
}
