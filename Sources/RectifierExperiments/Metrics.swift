// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

/// The table of a run's epochs, kept as `metrics.csv`.
///
/// The cells stay as text, so that rows of an earlier process are written again unchanged.
package struct Metrics: Equatable, Sendable {
  package let columns: [String]
  package private(set) var rows: [[String]] = []
  private let measures: [Measure]

  /// - Parameters:
  ///   - adaptsL1: Whether a column holds the coefficient of each epoch's steps.
  ///   - measures: What is kept of each epoch's validation beside loss and error rate.
  package init(hiddenLayerCount: Int, adaptsL1: Bool = false, measures: [Measure] = []) {
    self.measures = measures
    let layers = (0..<hiddenLayerCount).map { "hidden.\($0)" }
    columns =
      ["epoch", "trainingLoss", "trainingErrorRate", "validationLoss", "validationErrorRate"]
      + measures.map(\.validationKey) + layers.map { "\($0).zeroFraction" }
      + layers.map { "\($0).deadUnitCount" }
      + (adaptsL1 ? ["activationL1"] : []) + ["isBest", "seconds", "evaluationSeconds"]
  }

  /// Reads the table and keeps the first `epochCount` rows; a file that is not there has none.
  package init(
    contentsOf path: String, hiddenLayerCount: Int, adaptsL1: Bool = false,
    measures: [Measure] = [], epochCount: Int
  ) throws {
    self.init(hiddenLayerCount: hiddenLayerCount, adaptsL1: adaptsL1, measures: measures)
    guard FileKind.of(path) != nil else { return }
    let file = try MappedFile(path: path, doing: "reading metrics")
    let lines = String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true)
    let header = columns.joined(separator: ",")
    guard let first = lines.first, first == header else {
      throw MetricsError(path: path, line: 1, expected: header, found: String(lines.first ?? ""))
    }
    for (index, line) in lines.dropFirst().prefix(epochCount).enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == columns.count, Int(cells[0]) == index + 1 else {
        throw MetricsError(
          path: path, line: index + 2,
          expected: "epoch \(index + 1) in \(columns.count) cells", found: String(line))
      }
      rows.append(cells)
    }
  }

  /// Adds the row of an epoch; one that is there already, and those after it, are replaced.
  package mutating func append(_ report: EpochReport) {
    rows.removeAll { (Int($0[0]) ?? 0) >= report.epoch }
    let results =
      [
        report.trainingLoss, report.trainingErrorRate, report.validationLoss,
        report.validationErrorRate,
      ] + measures.map { report.validationMeasures?[$0] }
    let times = [report.seconds, report.evaluationSeconds]
    rows.append(
      ["\(report.epoch)"] + results.map(Self.cell)
        + report.zeroFraction.map(\.description) + report.deadUnitCount.map(\.description)
        + (report.activationL1.map { [$0.description] } ?? [])
        + [report.isBest ? "1" : "0"] + times.map(Self.cell))
  }

  /// The numbers of a column, in the order of the epochs; nil where a cell is empty, as is the time
  /// of an epoch that two processes shared.
  package func values(of column: String) -> [Double?] {
    guard let index = columns.firstIndex(of: column) else {
      fatalError("metrics: no column \"\(column)\" among \(columns)")
    }
    return rows.map { Double($0[index]) }
  }

  /// The whole file.
  package var text: String {
    ([columns] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func cell(_ value: Double?) -> String { value?.description ?? "" }

  package func write(to path: String) throws(FileError) {
    try AtomicFile.write(text, to: path)
  }
}

/// A row of metrics.csv is not what this run wrote.
package struct MetricsError: Error, Equatable, Sendable, CustomStringConvertible {
  package let path: String
  package let line: Int
  package let expected: String
  package let found: String

  package var description: String {
    "reading metrics: \(PathName.quoted(path)): line \(line): expected \(expected), found "
      + "\(JSONValue.quoted(found)); remove the file to go on without its earlier rows"
  }
}
