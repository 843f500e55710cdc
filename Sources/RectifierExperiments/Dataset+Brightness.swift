// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

extension Dataset {
  /// As many images are looked at.
  private static let sampledRowCount = 1000

  /// The mean of the first images' values, 0…1; nil where rows are no images of bytes.
  var brightness: Double? {
    guard imageShape != nil, case .bytes(let rows) = features else { return nil }
    let count = min(rowCount, Self.sampledRowCount)
    let sum = (0..<count).reduce(0) { sum, row in
      rows.withRow(row) { $0.reduce(sum) { $0 + Int($1) } }
    }
    return Double(sum) / Double(count * featureCount) / Double(rows.divisor)
  }
}
