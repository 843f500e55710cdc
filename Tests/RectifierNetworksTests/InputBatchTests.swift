// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

@Suite struct InputBatchTests {
  private let execution = Execution(threadCount: 2)

  private func rows(_ zeroFraction: Float) -> Matrix {
    var stream = Seed(1).stream("rows")
    return stream.rows(6, 200, zeroFraction: zeroFraction)
  }

  private func dense(_ batch: InputBatch, rowCount: Int) -> [UInt32] {
    let rows = batch.denseRows(rowCount: rowCount, execution: execution)
    return (0..<rowCount).flatMap { n in
      (0..<200).map { rows[n * batch.stride + $0].bitPattern }
    }
  }

  @Test(arguments: [0.2, 0.99, 1] as [Float])
  func sparseRowsBecomeDenseWhenAskedFor(zeroFraction: Float) {
    let rows = rows(zeroFraction)
    let batch = InputBatch(columnCount: 200, rowCapacity: 4)
    let numbers: [Int32] = [5, 0, 5]
    numbers.withUnsafeBufferPointer {
      batch.take(
        .sparse(SparseMatrix(rows), .list($0)), rowCount: 3, execution: execution)
    }
    #expect(batch.availableRows == nil)
    #expect(
      batch.lists.activeCount(rowCount: 3)
        == numbers.reduce(0) { $0 + rows.row(Int($1)).count { $0 != 0 } })
    #expect(
      dense(batch, rowCount: 3)
        == numbers.flatMap { rows.row(Int($0)).map(\.bitPattern) })
    #expect(batch.availableRows == UnsafePointer(batch.rows))
    // The next batch is not the last one.
    batch.take(.sparse(SparseMatrix(rows), .range(1..<3)), rowCount: 2, execution: execution)
    #expect(batch.availableRows == nil)
    #expect(dense(batch, rowCount: 2) == [1, 2].flatMap { rows.row($0).map(\.bitPattern) })
  }

  @Test func rowsWithFewEntriesAreListedWhole() {
    let batch = InputBatch(columnCount: 200, rowCapacity: 6)
    for (zeroFraction, isWhole) in [(0.99, true), (0.8, false)] as [(Float, Bool)] {
      let matrix = SparseMatrix(rows(zeroFraction))
      batch.take(.sparse(matrix, .range(0..<6)), rowCount: 6, execution: execution)
      #expect(batch.lists.listsWholeRows == isWhole)
      #expect(batch.lists.activeCount(rowCount: 6) == matrix.entryCount)
    }
  }

  @Test func denseRowsStayWhereTheyAre() {
    let batch = InputBatch(columnCount: 200, rowCapacity: 6)
    let matrix = rows(0.5)
    matrix.withUnsafePointer { rows in
      batch.take(.rows(rows), rowCount: 6, execution: execution)
      #expect(batch.availableRows == rows)
      #expect(batch.denseRows(rowCount: 6, execution: execution) == rows)
    }
    batch.rows.update(repeating: 2, count: 200)
    batch.take(.own, rowCount: 1, execution: execution)
    #expect(batch.availableRows == UnsafePointer(batch.rows))
    #expect(batch.lists.activeCount(rowCount: 1) == 200)
  }
}
