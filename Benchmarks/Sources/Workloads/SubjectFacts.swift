// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// What is measured of a subject before it is put to work.
public struct SubjectFacts: Sendable {
  /// Exact zeros a hidden layer over all rows, 0…1.
  public let zeroFraction: [Double]
  /// Exact zeros among the inputs, 0…1.
  public let inputZeroFraction: Double

  /// Runs the network over all rows.
  public init(_ subject: Subject) throws {
    zeroFraction = try UnitActivity.measure(subject.model, on: subject.data).zeroFraction
    let valueCount = subject.data.rowCount * subject.data.featureCount
    inputZeroFraction = Double(subject.data.features.zeroCount) / Double(valueCount)
  }
}

extension Dataset.Features {
  fileprivate var zeroCount: Int {
    switch self {
    case .bytes(let rows):
      (0..<rows.rowCount).reduce(0) { count, row in
        count + rows.withRow(row) { bytes in bytes.count { $0 == 0 } }
      }
    case .floats(let rows):
      (0..<rows.rowCount).reduce(0) { count, row in count + rows.row(row).count { $0 == 0 } }
    case .sparse(let rows): rows.rowCount * rows.columnCount - rows.entryCount
    }
  }
}
