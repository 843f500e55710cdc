// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierNumerics

@Suite struct ActiveListsTests {
  static let columnCounts = [1, 15, 16, 17, 127, 128, 129, 300]

  /// Rows with zeros, −0, denormals and NaN among them; the last two rows are all zero, none zero.
  private func rows(columnCount: Int) -> Matrix {
    var matrix = Matrix(rowCount: 5, columnCount: columnCount)
    var stream = Seed(11).stream("rows")
    let values: [Float] = [0, 1, -2, -0.0, .leastNonzeroMagnitude, .nan, .infinity, 0]
    for column in 0..<columnCount {
      for row in 0..<3 { matrix[row, column] = values[stream.integer(below: values.count)] }
      matrix[4, column] = Float(column + 1)
    }
    return matrix
  }

  /// What is listed, as (row, column, bits); a denormal counts as zero.
  private func expected(_ matrix: Matrix) -> [[(Int, UInt32)]] {
    (0..<matrix.rowCount).map { row in
      matrix.row(row).enumerated().filter { !($0.element.isZero || $0.element.isSubnormal) }
        .map { ($0.offset, $0.element.bitPattern) }
    }
  }

  private func listed(_ lists: ActiveLists, row: Int) -> [(Int, UInt32)] {
    let descriptor = lists.descriptor.pointee
    return (0..<descriptor.segment_count).flatMap { g in
      let segment = g * descriptor.row_capacity + row
      return (Int(descriptor.begin[segment])..<Int(descriptor.end[segment])).map { at in
        (Int(descriptor.entries[at].index), descriptor.entries[at].value.bitPattern)
      }
    }
  }

  @Test(arguments: InstructionSet.available, columnCounts)
  func nonZeroEntriesAreListedInOrder(set: InstructionSet, columnCount: Int) {
    let matrix = rows(columnCount: columnCount)
    let lists = ActiveLists(rowCapacity: 5, columnCount: columnCount)
    matrix.withUnsafePointer {
      lists.fill(from: $0, stride: matrix.stride, rows: 0..<3, instructionSet: set)
      lists.fill(from: $0, stride: matrix.stride, rows: 3..<5, instructionSet: set)
    }
    let expected = expected(matrix)
    for row in 0..<5 {
      #expect(listed(lists, row: row).elementsEqual(expected[row], by: ==))
    }
    #expect(lists.activeCount(rowCount: 5) == expected.map(\.count).reduce(0, +))
    #expect(lists.activeCount(rowCount: 2) == expected[..<2].map(\.count).reduce(0, +))
    #expect(lists.activeCount(rowCount: 0) == 0)
  }

  @Test(arguments: [false, true], columnCounts)
  func entriesOfSparseRowsAreListed(listsWholeRows: Bool, columnCount: Int) {
    let matrix = rows(columnCount: columnCount)
    // A sparse matrix holds no denormal number.
    var builder = SparseMatrix.Builder()
    for row in expected(matrix) {
      for (column, bits) in row {
        builder.add(column: UInt32(column), value: Float(bitPattern: bits))
      }
      builder.endRow()
    }
    let sparse = builder.matrix(columnCount: columnCount)
    let lists = ActiveLists(
      rowCapacity: 5, columnCount: columnCount, listsWholeRows: listsWholeRows)
    #expect(lists.listsWholeRows == (listsWholeRows && columnCount > 64))
    let expected = expected(matrix)
    let numbers: [Int32] = [4, 0, 4, 3, 1]
    for count in [1, 5, 2] {
      numbers[..<count].withUnsafeBufferPointer { lists.fill(from: sparse, rows: .list($0)) }
      for row in 0..<count {
        #expect(listed(lists, row: row).elementsEqual(expected[Int(numbers[row])], by: ==))
      }
      let listed = numbers[..<count].flatMap { expected[Int($0)] }
      #expect(lists.activeCount(rowCount: count) == listed.count)
      let counts = (0..<(columnCount + 63) / 64).map { segment in
        listed.count { $0.0 / 64 == segment }
      }
      #expect(lists.activeCounts(rowCount: count) == counts)
    }
    lists.fill(from: sparse, rows: .range(1..<3))
    #expect(listed(lists, row: 1).elementsEqual(expected[2], by: ==))
  }

  @Test(arguments: columnCounts)
  func activeColumnsAreTallied(columnCount: Int) {
    let matrix = rows(columnCount: columnCount)
    let lists = ActiveLists(rowCapacity: 5, columnCount: columnCount)
    matrix.withUnsafePointer {
      lists.fill(from: $0, stride: matrix.stride, rows: 0..<5, instructionSet: .portable)
    }
    var counts = [Int](repeating: 0, count: columnCount)
    var expectedCounts = counts
    for rowCount in [0, 2, 4, 5] {
      lists.tally(rowCount: rowCount, into: &counts)
      for (column, _) in expected(matrix)[..<rowCount].joined() { expectedCounts[column] += 1 }
      #expect(counts == expectedCounts)
    }
  }
}
