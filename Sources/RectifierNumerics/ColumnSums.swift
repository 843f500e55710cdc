// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Matrix {
  /// The sum of each column, row after row in Double.
  package var columnSums: [Double] {
    var sums = [Double](repeating: 0, count: columnCount)
    let (rowCount, stride) = (rowCount, stride)
    withUnsafePointer { values in
      for row in 0..<rowCount {
        for column in sums.indices { sums[column] += Double(values[row * stride + column]) }
      }
    }
    return sums
  }
}

extension SparseMatrix {
  /// The sum of each column, row after row in Double: what the same rows with their zeros have.
  package var columnSums: [Double] {
    var sums = [Double](repeating: 0, count: columnCount)
    for row in 0..<rowCount {
      withRow(row) { columns, values in
        for entry in columns.indices { sums[Int(columns[entry])] += Double(values[entry]) }
      }
    }
    return sums
  }
}
