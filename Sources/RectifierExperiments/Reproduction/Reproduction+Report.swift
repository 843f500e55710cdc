// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension Reproduction {
  /// What makes its results, for people.
  package var command: String { "rectifier reproduce \(rawValue)" }

  /// What it has to report, from the records of the full budget below a folder.
  func section(in folder: String) throws -> ReportSection {
    let result = try recorded(.full, in: SweepFolder(reading: runsPath(in: folder)))
    let evidence = ReportEvidence(command, records: result.records)
    var section =
      switch try results(.full, of: result) {
      case .figure1(let results): results.section(evidence)
      case .figure2(let results): results.section(evidence)
      case .figure3(let results): results.section(evidence, of: result)
      case .figure4(let results): results.section(evidence, of: result)
      case .sharpness(let results): results.section(evidence, of: result)
      case .table1(let results): results.section(evidence, of: result)
      case .table2(let results): results.section(evidence, of: result)
      case .amazon(let results): results.section(evidence, of: result)
      }
    section.deviations = deviations
    return section
  }

  /// Its drawing as a figure of the report.
  func figure(_ svg: String, _ caption: String) -> ReportSection.Figure {
    ReportSection.Figure(
      fileName: PathName.lastComponent(of: figurePath(in: "")), caption: caption, svg: svg)
  }
}
