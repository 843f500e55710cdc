// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics

extension Dataset {
  /// So many rows, in the order of the data, each as likely to be among them as any other; all where
  /// there are no more.
  ///
  /// - Parameter stream: The seed's stream that decides.
  /// - Precondition: The count is at least 1.
  func drawn(_ count: Int, seed: Seed, stream: String) -> Dataset {
    guard count > 0 else { fatalError("drawing: \(count) of \(rowCount) rows") }
    guard count < rowCount else { return self }
    var stream = seed.stream(stream)
    var rows = (0..<Int32(rowCount)).map { $0 }
    stream.shuffle(&rows)
    return subset(rows: rows.prefix(count).sorted())
  }
}
