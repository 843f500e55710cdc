// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

/// The non-zero entries of every row of a batch, in input order; written and read by the kernels.
package final class ActiveLists: @unchecked Sendable {
  package let columnCount: Int
  package let rowCapacity: Int
  package let descriptor: UnsafeMutablePointer<rectifier_lists>
  /// Whether each row is listed in one piece, not in segments.
  package let listsWholeRows: Bool
  private var entries: AlignedBuffer<rectifier_entry>
  private let begin: AlignedBuffer<UInt32>
  private let end: AlignedBuffer<UInt32>

  /// Columns a segment.
  package static let segmentColumnCount = 64

  /// Room for `rowCapacity` rows of `columnCount` columns, in segments of 64 columns.
  ///
  /// - Parameter listsWholeRows: Whether each row is to be listed in one piece, for rows of a sparse
  ///   matrix: nothing then costs time or memory for columns that are zero. The room for entries
  ///   grows with the batches that come.
  package init(rowCapacity: Int, columnCount: Int, listsWholeRows: Bool = false) {
    // Of so few columns a segment is a whole row.
    let listsWholeRows = listsWholeRows && columnCount > Self.segmentColumnCount
    let segmentColumnCount = listsWholeRows ? columnCount : Self.segmentColumnCount
    let segmentCount = (columnCount + segmentColumnCount - 1) / segmentColumnCount
    let entryCount = listsWholeRows ? 0 : rowCapacity * segmentCount * segmentColumnCount
    Self.check(entryCount: entryCount)
    self.columnCount = columnCount
    self.rowCapacity = rowCapacity
    self.listsWholeRows = listsWholeRows
    entries = AlignedBuffer(count: entryCount)
    begin = AlignedBuffer(count: rowCapacity * segmentCount)
    end = AlignedBuffer(count: rowCapacity * segmentCount)
    descriptor = .allocate(capacity: 1)
    descriptor.initialize(
      to: rectifier_lists(
        entries: entries.pointer, begin: begin.pointer, end: end.pointer,
        segment_count: segmentCount, segment_columns: segmentColumnCount,
        row_capacity: rowCapacity))
  }

  deinit { descriptor.deallocate() }

  private static func check(entryCount: Int) {
    guard entryCount <= Int(UInt32.max) else {
      fatalError("active lists: \(entryCount) entries, at most \(UInt32.max)")
    }
  }

  /// Lists the non-zero entries of dense rows; NaN is not zero.
  ///
  /// - Precondition: Rows are listed in segments.
  package func fill(
    from rows: UnsafePointer<Float>, stride: Int, rows range: Range<Int>,
    instructionSet: InstructionSet
  ) {
    guard !listsWholeRows else { fatalError("active lists: dense rows, listed whole") }
    rectifier_list_rows(
      instructionSet.code, rows, stride, columnCount, range.lowerBound, range.count, descriptor)
  }

  /// Lists rows of a sparse matrix.
  ///
  /// - Complexity: O(entries of the rows), and of segments.
  package func fill(from matrix: SparseMatrix, rows: RowNumbers) {
    guard matrix.columnCount == columnCount, rows.count <= rowCapacity else {
      fatalError(
        "active lists: \(rows.count) rows of \(matrix.columnCount) columns where there is room for"
          + " \(rowCapacity) of \(columnCount)")
    }
    let entryCount = (0..<rows.count).reduce(0) { $0 + matrix.entryCount(ofRow: rows[$1]) }
    if listsWholeRows { reserve(entryCount: entryCount) }
    let rowRoom = descriptor.pointee.segment_count * Self.segmentColumnCount
    var at: UInt32 = 0
    for n in 0..<rows.count {
      if !listsWholeRows { at = UInt32(n * rowRoom) }
      matrix.withRow(rows[n]) { columns, values in
        at = rectifier_list_entries(
          columns.baseAddress, values.baseAddress, columns.count, n, at, descriptor)
      }
    }
  }

  private func reserve(entryCount: Int) {
    guard entries.count < entryCount else { return }
    Self.check(entryCount: entryCount)
    entries = AlignedBuffer(count: min(Int(UInt32.max), entryCount + entryCount / 2))
    descriptor.pointee.entries = entries.pointer
  }

  /// Writes the listed rows as dense ones.
  package func spread(
    into rows: UnsafeMutablePointer<Float>, stride: Int, rows range: Range<Int>
  ) {
    rectifier_spread_rows(
      descriptor, columnCount, range.lowerBound, range.count, rows, stride)
  }

  /// How many entries the first `rowCount` rows hold in each 64 columns.
  package func activeCounts(rowCount: Int) -> [Int] {
    let width = Self.segmentColumnCount
    if listsWholeRows {
      var counts = [Int](repeating: 0, count: (columnCount + width - 1) / width)
      for row in 0..<rowCount {
        for at in Int(begin.pointer[row])..<Int(end.pointer[row]) {
          counts[Int(entries.pointer[at].index) / width] += 1
        }
      }
      return counts
    }
    return (0..<descriptor.pointee.segment_count).map { segment in
      let first = segment * rowCapacity
      return (first..<first + rowCount).reduce(0) { $0 + Int(end.pointer[$1] - begin.pointer[$1]) }
    }
  }

  /// How many entries the first `rowCount` rows hold.
  package func activeCount(rowCount: Int) -> Int {
    rectifier_count_active(descriptor, rowCount)
  }

  /// Adds to `counts[column]` in how many of the first `rowCount` rows the column is listed.
  package func tally(rowCount: Int, into counts: inout [Int]) {
    guard counts.count == columnCount else {
      fatalError("active lists: \(counts.count) counts for \(columnCount) columns")
    }
    counts.withUnsafeMutableBufferPointer {
      rectifier_tally_active(descriptor, rowCount, $0.baseAddress!)
    }
  }
}
