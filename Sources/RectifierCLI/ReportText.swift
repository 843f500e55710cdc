// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles

/// What `reproduce report` prints.
enum ReportText {
  /// A row a reproduction, warnings, and where the report is.
  static func lines(_ report: Report, folder: String, isChecked: Bool) -> [String] {
    let rows = report.sections.map { [$0.title, $0.evidence.state] }
    let warnings = report.sections.flatMap { section in
      section.warnings.map { "warning: \(section.title): \($0)" }
    }
    let path = PathName.join(folder, Report.fileName)
    let figureCount = report.files.count { $0.name.hasSuffix(".svg") }
    let verdicts = report.claims.map { [$0.title, $0.verdict.rawValue] }
    return TextTable.lines([["", "networks"]] + rows) + [""]
      + TextTable.lines([["claim", "verdict"]] + verdicts) + [""] + warnings + [
        isChecked
          ? "\(path) and \(figureCount) figures follow from the records."
          : "Written: \(path) and \(figureCount) figures."
      ]
  }
}
