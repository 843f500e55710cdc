// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierNumerics

@Suite struct MatrixTests {
  @Test(arguments: [(0, 0), (0, 5), (5, 0), (1, 1), (3, 15), (3, 16), (2, 17), (2, 128)])
  func aMatrixBeginsAsZeros(rowCount: Int, columnCount: Int) {
    let matrix = Matrix(rowCount: rowCount, columnCount: columnCount)
    #expect(matrix.rowCount == rowCount && matrix.columnCount == columnCount)
    #expect(matrix.stride % 16 == 0)
    #expect(matrix.stride >= columnCount && matrix.stride < columnCount + 16)
    matrix.withUnsafePointer { rows in
      #expect(UInt(bitPattern: rows) % 64 == 0)
      #expect((0..<rowCount * matrix.stride).allSatisfy { rows[$0].bitPattern == 0 })
    }
  }

  @Test func rowsAreKept() {
    let rows: [[Float]] = [[1, 2, 3], [4, -0.0, .infinity]]
    let matrix = Matrix(rows: rows)
    #expect(matrix.rowCount == 2 && matrix.columnCount == 3 && matrix.stride == 16)
    #expect(matrix.row(0) == rows[0] && matrix.row(1) == rows[1])
    #expect(matrix[1, 1].sign == .minus && matrix[1, 2] == .infinity)
    #expect(Matrix(rows: []) == Matrix(rowCount: 0, columnCount: 0))
    #expect(Matrix(rows: [[], []]) == Matrix(rowCount: 2, columnCount: 0))
  }

  @Test func copiesAreValues() {
    var first = Matrix(rows: [[1, 2], [3, 4]])
    let second = first
    first[1, 0] = 9
    #expect(first.row(1) == [9, 4] && second.row(1) == [3, 4])
    var third = second
    third.withUnsafeMutablePointer { $0[0] = 7 }
    #expect(third[0, 0] == 7 && second[0, 0] == 1)
  }

  @Test func anUnsharedMatrixIsWrittenInPlace() {
    var matrix = Matrix(rowCount: 2, columnCount: 2)
    let before = matrix.withUnsafePointer { UInt(bitPattern: $0) }
    matrix[0, 1] = 3
    #expect(matrix.withUnsafePointer { UInt(bitPattern: $0) } == before)
  }

  @Test func equality() {
    let matrix = Matrix(rows: [[1, 2], [3, 0]])
    #expect(matrix == Matrix(rows: [[1, 2], [3, -0.0]]))
    #expect(matrix != Matrix(rows: [[1, 2], [3, 5]]))
    #expect(matrix != Matrix(rows: [[1, 2]]))
    #expect(matrix != Matrix(rows: [[1, 2, 0], [3, 0, 0]]))
    #expect(Matrix(rows: [[.nan]]) != Matrix(rows: [[.nan]]))
  }

  @Test func mistakesEndTheProgram() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix(rowCount: -1, columnCount: 3)
    }
    #expect(result.says("matrix: -1 rows of 3 columns"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix(rows: [[1, 2], [3]])
    }
    #expect(result.says("matrix: row 1 has 1 columns, row 0 has 2"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix(rowCount: 2, columnCount: 3)[1, 3]
    }
    #expect(result.says("matrix: element (1, 3) of 2 × 3"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var matrix = Matrix(rowCount: 2, columnCount: 3)
      matrix[-1, 0] = 1
    }
    #expect(result.says("matrix: element (-1, 0) of 2 × 3"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix(rowCount: 2, columnCount: 3).row(2)
    }
    #expect(result.says("matrix: row 2 of 2"))
  }
}
