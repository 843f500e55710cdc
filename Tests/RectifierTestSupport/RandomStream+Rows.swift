// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// What tests draw: everything from a named stream of one seed.
extension RandomStream {
  /// Rows of numbers in −1 … 1, a given fraction of them zero.
  package mutating func rows(
    _ rowCount: Int, _ columnCount: Int, zeroFraction: Float = 0
  ) -> Matrix {
    var matrix = Matrix(rowCount: rowCount, columnCount: columnCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let value = 2 * uniform() - 1
        matrix[row, column] = uniform() < zeroFraction ? 0 : value
      }
    }
    return matrix
  }

  /// Rows of numbers in 0 … 1, some of them 0 and some 1.
  package mutating func fractions(_ rowCount: Int, _ columnCount: Int) -> Matrix {
    var matrix = Matrix(rowCount: rowCount, columnCount: columnCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        matrix[row, column] = min(max(1.5 * uniform() - 0.25, 0), 1)
      }
    }
    return matrix
  }
}

extension Matrix {
  /// The bit patterns of all values, row after row.
  package var bits: [UInt32] { (0..<rowCount).flatMap { row($0).map(\.bitPattern) } }

  /// All rows as `Double`.
  package var doubleRows: [[Double]] { (0..<rowCount).map { row($0).map(Double.init) } }
}

/// FNV-1a 64 over the little-endian bytes of floats.
package func fingerprint(_ values: some Sequence<Float>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for value in values {
    for shift in stride(from: 0 as UInt32, to: 32, by: 8) {
      hash = (hash ^ UInt64(value.bitPattern >> shift & 0xff)) &* 0x0000_0100_0000_01b3
    }
  }
  return hash
}
