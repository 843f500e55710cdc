// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@Suite struct SparseMatrixDenseTests {
  private let dense = Matrix(rows: [[0, 2, 0, -1], [0, 0, 0, 0], [3, 0, 0, 0]])

  @Test func rowsBecomeDenseAgain() {
    #expect(Matrix(SparseMatrix(dense)) == dense)
    #expect(Matrix(SparseMatrix(Matrix(rowCount: 0, columnCount: 3))).columnCount == 3)
  }

  /// As of the same dense rows, in every range.
  @Test(arguments: [-1, 0, 0.5, 2, 3] as [Float], [-0.5, 0, 1, 2, 4] as [Float])
  func theFirstElementOutsideIsThatOfDenseRows(least: Float, width: Float) {
    let matrices = [
      dense, Matrix(rows: [[1, 1], [1, 0]]), Matrix(rows: [[1, 1], [.nan, 1]]),
      Matrix(rowCount: 0, columnCount: 2),
    ]
    guard width >= 0 else { return }
    for matrix in matrices {
      let range = least...least + width
      let expected = matrix.firstElement(outside: range)
      let found = SparseMatrix(matrix).firstElement(outside: range)
      #expect(found?.row == expected?.row && found?.column == expected?.column)
      #expect(found?.value.bitPattern == expected?.value.bitPattern)
    }
  }

  @Test func theFirstElementOutsideComesFirst() {
    let found = dense.firstElement(outside: -0.5...2)
    #expect(found?.row == 0 && found?.column == 3 && found?.value == -1)
    #expect(dense.firstElement(outside: -1...3) == nil)
  }
}
