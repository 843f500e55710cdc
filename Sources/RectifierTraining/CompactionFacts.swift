// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What a compaction did to a model: kept in the model's file.
public struct CompactionFacts: Codable, Hashable, Sendable {
  /// Units a hidden layer before it.
  public let hiddenWidths: [Int]
  /// Rows and checksum of the data on which the removed units were silent.
  public let calibration: DataFacts
  /// Whether the units that stayed were put in the order of their firing rates.
  public let isReordered: Bool

  package init(hiddenWidths: [Int], calibration: DataFacts, isReordered: Bool) {
    self.hiddenWidths = hiddenWidths
    self.calibration = calibration
    self.isReordered = isReordered
  }
}
