// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Matrix {
  /// Sparse rows with all their zeros.
  public init(_ sparse: SparseMatrix) {
    self.init(rowCount: sparse.rowCount, columnCount: sparse.columnCount)
    let stride = stride
    withUnsafeMutablePointer { all in
      for row in 0..<sparse.rowCount {
        sparse.withRow(row) { columns, values in
          for entry in columns.indices {
            all[row * stride + Int(columns[entry])] = values[entry]
          }
        }
      }
    }
  }
}

extension SparseMatrix {
  /// The first element, row after row, that a range does not hold; NaN is in none. Nil where it holds
  /// all.
  package func firstElement(
    outside range: ClosedRange<Float>
  ) -> (row: Int, column: Int, value: Float)? {
    let holdsZero = range.contains(0)
    for row in 0..<rowCount {
      let found =
        withRow(row) { columns, values in
          var column = 0
          for entry in columns.indices {
            if !holdsZero, columns[entry] > column { break }
            if !range.contains(values[entry]) {
              return (row, Int(columns[entry]), values[entry])
            }
            column = Int(columns[entry]) + 1
          }
          return !holdsZero && column < columnCount ? (row, column, 0) : nil
        } as (Int, Int, Float)?
      if let found { return found }
    }
    return nil
  }
}
