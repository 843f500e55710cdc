// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What one reproduction has to report: numbers of the paper and ours beside them.
///
/// A value that follows from the records alone.
package struct ReportSection: Equatable, Sendable {
  package var title: String
  /// Where the paper has it, and what it shows.
  package var source: String
  package var rows: [Row]
  /// Further tables, each with a sentence before it.
  package var tables: [Table] = []
  /// What was found, a paragraph each.
  package var notes: [String] = []
  /// What makes the numbers doubtful.
  package var warnings: [String] = []
  /// Drawings; none before there is something to draw.
  package var figures: [Figure] = []
  /// Numbers of the deviations from the paper.
  package var deviations: [Int] = []
  /// Everything that the reproduction trains.
  package var evidence: ReportEvidence

  /// A number.
  package struct Row: Equatable, Sendable {
    package var what: String
    /// The paper's number.
    package var published: String
    /// Where the paper has it.
    package var place: String
    /// Ours, with its spread; nil where there is none.
    package var ours: String?
    /// The 95 % interval of ours, where it has one.
    package var interval: String?
    /// Why there is no number of ours, where the networks behind it do not say that.
    package var reason: String?
    package var evidence: ReportEvidence

    package init(
      _ what: String, published: String, place: String, ours: String?, interval: String? = nil,
      reason: String? = nil, evidence: ReportEvidence
    ) {
      self.what = what
      self.published = published
      self.place = place
      self.ours = ours
      self.interval = interval
      self.reason = reason
      self.evidence = evidence
    }
  }

  /// Cells below headings.
  package struct Table: Equatable, Sendable {
    package var caption: String
    package var heading: [String]
    package var rows: [[String]]

    package init(_ caption: String, heading: [String], rows: [[String]]) {
      self.caption = caption
      self.heading = heading
      self.rows = rows
    }
  }

  /// A drawing in a file beside the report.
  package struct Figure: Equatable, Sendable {
    package var fileName: String
    package var caption: String
    package var svg: String

    package init(fileName: String, caption: String, svg: String) {
      self.fileName = fileName
      self.caption = caption
      self.svg = svg
    }
  }
}

extension ReportSection {
  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    [
      "title": .string(title),
      "doneCount": JSONValue(evidence.doneCount),
      "trialCount": JSONValue(evidence.trialCount),
      "rows": .array(rows.map(\.json)),
      "notes": JSONValue(notes),
      "warnings": JSONValue(warnings),
      "figures": JSONValue(figures.map(\.fileName)),
      "deviations": JSONValue(deviations),
    ]
  }
}

extension ReportSection.Row {
  fileprivate var json: JSONValue {
    [
      "what": .string(what),
      "published": .string(published),
      "place": .string(place),
      "ours": .optional(ours) { .string($0) },
      "interval95": .optional(interval) { .string($0) },
      "doneCount": JSONValue(evidence.doneCount),
      "trialCount": JSONValue(evidence.trialCount),
      "command": .string(evidence.command),
      "wallSeconds": .optional(evidence.wallSeconds) { JSONValue($0) },
    ]
  }
}
