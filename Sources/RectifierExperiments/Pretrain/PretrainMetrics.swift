// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

/// The table of the epochs of pre-training, kept as `metrics.csv`.
///
/// The cells stay as text, so that rows of an earlier process are written again unchanged.
package struct PretrainMetrics: Equatable, Sendable {
  static let columns = [
    "layer", "epoch", "trainingLoss", "validationLoss", "zeroFraction", "deadUnitCount", "isBest",
    "seconds", "evaluationSeconds",
  ]
  package private(set) var rows: [[String]] = []

  package init() {}

  /// Reads the rows of the layers before `layer`, and those of its first `epochCount` epochs; a
  /// file that is not there has none.
  package init(contentsOf path: String, layer: Int, epochCount: Int) throws {
    guard FileKind.of(path) != nil else { return }
    let file = try MappedFile(path: path, doing: "reading metrics")
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    let header = Self.columns.joined(separator: ",")
    guard let first = lines.first, first == header else {
      throw MetricsError(path: path, line: 1, expected: header, found: String(lines.first ?? ""))
    }
    for (index, line) in lines.dropFirst().enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == Self.columns.count, let number = Int(cells[0]), let epoch = Int(cells[1])
      else {
        throw MetricsError(
          path: path, line: index + 2,
          expected: "a layer and an epoch in \(Self.columns.count) cells", found: String(line))
      }
      if (number, epoch) <= (layer, epochCount) { rows.append(cells) }
    }
  }

  /// Adds the row of an epoch; one that is there already, and those after it, are replaced.
  package mutating func append(_ report: PretrainingReport) {
    let epoch = report.epoch
    rows.removeAll { row in
      (Int(row[0]) ?? 0, Int(row[1]) ?? 0) >= (report.layer, epoch.epoch)
    }
    let times = [epoch.seconds, epoch.evaluationSeconds].map { $0?.description ?? "" }
    rows.append(
      ["\(report.layer)", "\(epoch.epoch)", "\(epoch.trainingLoss)", "\(epoch.validationLoss)"]
        + epoch.zeroFraction.map(\.description) + epoch.deadUnitCount.map(\.description)
        + [epoch.isBest ? "1" : "0"] + times)
  }

  /// Training steps only, for each epoch of each layer in turn; nil for one that two processes
  /// shared.
  var secondsPerEpoch: [Double?] {
    guard let column = Self.columns.firstIndex(of: "seconds") else { return [] }
    return rows.map { Double($0[column]) }
  }

  package func write(to path: String) throws(FileError) {
    let text = ([Self.columns] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
    try AtomicFile.write(text, to: path)
  }
}
