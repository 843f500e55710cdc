// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Samples of one class that were taken for another.
package struct ConfusionPair: Equatable, Sendable {
  package let count: Int
  package let truth: Int
  package let prediction: Int

  /// All that occur, the most frequent first; equal ones in the order of the classes.
  ///
  /// - Parameter confusion: `confusion[t][p]`: samples of class t that were predicted as p.
  package static func all(of confusion: [[Int]]) -> [ConfusionPair] {
    confusion.enumerated().flatMap { truth, row in
      row.enumerated().compactMap { prediction, count in
        truth == prediction || count == 0
          ? nil : ConfusionPair(count: count, truth: truth, prediction: prediction)
      }
    }.sorted { ($1.count, $0.truth, $0.prediction) < ($0.count, $1.truth, $1.prediction) }
  }
}
