// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierNumerics

@Suite struct WorkPartitionTests {
  static let columnCounts = [1, 2, 3, 127, 128, 129, 300, 1000]

  /// Lists of four rows whose columns from `first` on are active.
  private func lists(columnCount: Int, activeFrom first: Int) -> ActiveLists {
    var matrix = Matrix(rowCount: 4, columnCount: columnCount)
    for row in 0..<4 {
      for column in first..<columnCount { matrix[row, column] = 1 }
    }
    let lists = ActiveLists(rowCapacity: 4, columnCount: columnCount)
    matrix.withUnsafePointer {
      lists.fill(from: $0, stride: matrix.stride, rows: 0..<4, instructionSet: .portable)
    }
    return lists
  }

  @Test(arguments: columnCounts, [1, 2, 3, 8])
  func everyColumnIsInOneRange(columnCount: Int, blockCount: Int) {
    let starts = [0, columnCount / 2, columnCount - 1, columnCount]
    for lists in [nil] + starts.map({ lists(columnCount: columnCount, activeFrom: $0) }) {
      let ranges = WorkPartition.columnRanges(
        of: lists, columnCount: columnCount, rowCount: 4, blockCount: blockCount)
      #expect(ranges.count <= blockCount && !ranges.isEmpty)
      #expect(ranges.allSatisfy { !$0.isEmpty })
      #expect(ranges.flatMap { Array($0) } == Array(0..<columnCount))
    }
  }

  @Test func rangesFollowTheWorkOfWholeRows() {
    var builder = SparseMatrix.Builder()
    for row in 0..<8 {
      for column in 0..<40 { builder.add(column: UInt32(column * (row + 1)), value: 1) }
      builder.endRow()
    }
    let matrix = builder.matrix(columnCount: 10_000)
    let lists = ActiveLists(rowCapacity: 8, columnCount: 10_000, listsWholeRows: true)
    lists.fill(from: matrix, rows: .range(0..<8))
    let ranges = WorkPartition.columnRanges(
      of: lists, columnCount: 10_000, rowCount: 8, blockCount: 2)
    #expect(ranges.flatMap { Array($0) } == Array(0..<10_000) && ranges.count == 2)
    let before = matrix.columns.count { $0 < ranges[0].count }
    #expect(abs(before - 160) < 20, "of 320 entries \(before)")
  }

  @Test func rangesFollowTheWork() {
    let late = lists(columnCount: 1024, activeFrom: 512)
    let ranges = WorkPartition.columnRanges(
      of: late, columnCount: 1024, rowCount: 4, blockCount: 2)
    // Half of the entries lie before column 768.
    #expect(ranges.count == 2 && abs(ranges[1].lowerBound - 768) < 8)
    // With columns that cost as much as the four entries of each, a third of the work.
    let costly = WorkPartition.columnRanges(
      of: late, columnCount: 1024, rowCount: 4, costPerColumn: 4, blockCount: 2)
    #expect(costly.count == 2 && abs(costly[1].lowerBound - 640) < 8)
    let even = WorkPartition.columnRanges(of: nil, columnCount: 1024, rowCount: 4, blockCount: 2)
    #expect(even == [0..<512, 512..<1024])
  }
}
