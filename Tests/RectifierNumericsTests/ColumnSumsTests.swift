// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@Suite struct ColumnSumsTests {
  @Test func sparseRowsHaveThoseOfDenseOnes() {
    let dense = Matrix(rows: [[0, 2, 0, -1], [0, 0, 0, 0], [3, 0.5, 0, 1]])
    #expect(dense.columnSums == [3, 2.5, 0, 0])
    #expect(SparseMatrix(dense).columnSums == dense.columnSums)
  }

  @Test func smallNumbersAreNotLost() {
    let dense = Matrix(rows: [[0x1p24]] + [[Float]](repeating: [1], count: 3))
    #expect(dense.columnSums == [0x1p24 + 3])
  }
}
