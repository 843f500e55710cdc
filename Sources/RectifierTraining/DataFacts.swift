// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// Which data were used, without where they lay.
public struct DataFacts: Codable, Hashable, Sendable {
  /// Samples.
  public let rowCount: Int
  /// As in `Dataset.checksum`.
  public let checksum: String

  package init(rowCount: Int, checksum: String) {
    self.rowCount = rowCount
    self.checksum = checksum
  }

  init(_ dataset: Dataset) {
    self.init(rowCount: dataset.rowCount, checksum: dataset.checksum)
  }
}

extension DataFacts: CustomStringConvertible {
  /// Rows and checksum, for messages.
  public var description: String { "\(rowCount) rows, \(checksum)" }
}
