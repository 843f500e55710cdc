// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@Suite struct SparseMatrixTests {
  private let dense = Matrix(rows: [[0, 2, 0, -1], [0, 0, 0, 0], [3, 0, 0, 0]])

  @Test func keepsWhatIsNotZero() {
    let matrix = SparseMatrix(dense)
    #expect(matrix.rowCount == 3)
    #expect(matrix.columnCount == 4)
    #expect(matrix.rowStarts == [0, 2, 2, 3])
    #expect(matrix.columns == [1, 3, 0])
    #expect(matrix.values == [2, -1, 3])
    #expect(matrix.entryCount == 3)
  }

  @Test func givesTheEntriesOfARow() {
    let matrix = SparseMatrix(dense)
    matrix.withRow(0) { columns, values in
      #expect(Array(columns) == [1, 3])
      #expect(Array(values) == [2, -1])
    }
    #expect(matrix.entryCount(ofRow: 1) == 0)
  }

  @Test func aSubsetHasTheRowsNamedInTheirOrder() {
    let rows: [Int32] = [2, 0, 2]
    let expected = Matrix(rows: rows.map { dense.row(Int($0)) })
    #expect(SparseMatrix(dense).subset(rows: rows) == SparseMatrix(expected))
  }

  @Test func aSubsetOfASubsetHasItsRows() {
    let matrix = SparseMatrix(dense)
    let some = matrix.subset(rows: [2, 1, 0])
    #expect(some.entryCount == 3 && some.rowStarts == [0, 1, 1, 3])
    #expect(some.subset(rows: [2]) == matrix.subset(rows: [0]))
    #expect(some.subset(rows: [2]).entryCount == 2)
    #expect(some.subset(rows: []).rowCount == 0)
    #expect(some != matrix && some.subset(rows: [2, 1, 0]) == matrix)
  }

  @Test func refusesARowThatIsNotThere() async {
    await #expect(processExitsWith: .failure) {
      let matrix = SparseMatrix(Matrix(rows: [[1]]))
      _ = matrix.subset(rows: [1])
    }
  }

  @Test func aBuilderLeavesZerosOut() {
    var builder = SparseMatrix.Builder()
    builder.add(column: 0, value: 0)
    builder.add(column: 2, value: 5)
    builder.endRow()
    #expect(builder.rowCount == 1)
    #expect(builder.matrix(columnCount: 3) == SparseMatrix(Matrix(rows: [[0, 0, 5]])))
  }

  @Test func refusesColumnsThatDoNotAscend() async {
    await #expect(processExitsWith: .failure) {
      _ = SparseMatrix(columnCount: 3, rowStarts: [0, 2], columns: [1, 1], values: [1, 1])
    }
  }

  @Test func refusesAColumnBeyondTheLast() async {
    await #expect(processExitsWith: .failure) {
      _ = SparseMatrix(columnCount: 3, rowStarts: [0, 1], columns: [3], values: [1])
    }
  }

  @Test func refusesAZero() async {
    await #expect(processExitsWith: .failure) {
      _ = SparseMatrix(columnCount: 3, rowStarts: [0, 1], columns: [0], values: [0])
    }
  }
}
