// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Dataset {
  /// The first feature, as a network takes it, that a range does not hold; nil where it holds all.
  package func firstFeature(
    outside range: ClosedRange<Float>
  ) -> (row: Int, column: Int, value: Float)? {
    switch features {
    case .bytes(let rows):
      for row in 0..<rows.rowCount {
        let place = rows.withRow(row) { bytes in
          bytes.firstIndex { !range.contains(Float($0) / rows.divisor) }.map {
            ($0, Float(bytes[$0]) / rows.divisor)
          }
        }
        if let (column, value) = place { return (row, column, value) }
      }
      return nil
    case .floats(let matrix): return matrix.firstElement(outside: range)
    case .sparse(let matrix): return matrix.firstElement(outside: range)
    }
  }
}
