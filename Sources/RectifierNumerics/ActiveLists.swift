// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

/// The non-zero entries of every row of a batch, in input order; written and read by the kernels.
package final class ActiveLists: @unchecked Sendable {
  package let columnCount: Int
  package let rowCapacity: Int
  package let descriptor: UnsafeMutablePointer<rectifier_lists>
  private let entries: AlignedBuffer<rectifier_entry>
  private let begin: AlignedBuffer<UInt32>
  private let end: AlignedBuffer<UInt32>

  /// Columns a segment.
  package static let segmentColumnCount = 64

  /// Room for `rowCapacity` rows of `columnCount` columns, in segments of 64 columns.
  package init(rowCapacity: Int, columnCount: Int) {
    let segmentCount = (columnCount + Self.segmentColumnCount - 1) / Self.segmentColumnCount
    let entryCount = rowCapacity * segmentCount * Self.segmentColumnCount
    guard entryCount <= Int(UInt32.max) else {
      fatalError("active lists: \(entryCount) entries, at most \(UInt32.max)")
    }
    self.columnCount = columnCount
    self.rowCapacity = rowCapacity
    entries = AlignedBuffer(count: entryCount)
    begin = AlignedBuffer(count: rowCapacity * segmentCount)
    end = AlignedBuffer(count: rowCapacity * segmentCount)
    descriptor = .allocate(capacity: 1)
    descriptor.initialize(
      to: rectifier_lists(
        entries: entries.pointer, begin: begin.pointer, end: end.pointer,
        segment_count: segmentCount, row_capacity: rowCapacity))
  }

  deinit { descriptor.deallocate() }

  /// Lists the non-zero entries of dense rows; NaN is not zero.
  package func fill(
    from rows: UnsafePointer<Float>, stride: Int, rows range: Range<Int>,
    instructionSet: InstructionSet
  ) {
    rectifier_list_rows(
      instructionSet.code, rows, stride, columnCount, range.lowerBound, range.count, descriptor)
  }

  /// How many entries the first `rowCount` rows hold in a segment.
  package func activeCount(segment: Int, rowCount: Int) -> Int {
    let first = segment * rowCapacity
    return (first..<first + rowCount).reduce(0) { $0 + Int(end.pointer[$1] - begin.pointer[$1]) }
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
