// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension Reproduction {
  /// What makes its results, for people.
  package var command: String { "rectifier reproduce \(rawValue)" }

  /// What the paper's claims come to, from the records of the full budget below a folder.
  static func claims(in folder: String) throws -> [Claim] {
    let path = advantages.runsPath(in: folder)
    guard
      case .advantages(let results) = try advantages.results(.full, in: SweepFolder(reading: path))
    else { return [] }
    return results.claims
  }

  /// What it has to report, from the records of the full budget below a folder; nil for what the paper
  /// has no results of.
  func section(in folder: String) throws -> ReportSection? {
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
      case .advantages: nil as ReportSection?
      }
    section?.deviations = deviations
    return section
  }

  /// Its drawing as a figure of the report.
  func figure(_ svg: String, _ caption: String) -> ReportSection.Figure {
    ReportSection.Figure(
      fileName: PathName.lastComponent(of: figurePath(in: "")), caption: caption, svg: svg)
  }
}
