// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

/// The non-zero entries of every row of a batch, in input order; written and read by the kernels.
package final class ActiveLists: @unchecked Sendable {
  package let columnCount: Int
  package let rowCapacity: Int
  package let descriptor: UnsafeMutablePointer<rectifier_lists>
  private let index: AlignedBuffer<UInt32>
  private let value: AlignedBuffer<Float>
  private let count: AlignedBuffer<UInt32>

  /// Room for `rowCapacity` rows of `columnCount` columns, in segments of 128 columns.
  package init(rowCapacity: Int, columnCount: Int) {
    let segmentCount =
      (columnCount + PanelLayout.panelColumnCount - 1) / PanelLayout.panelColumnCount
    let entryCount = rowCapacity * segmentCount * PanelLayout.panelColumnCount
    self.columnCount = columnCount
    self.rowCapacity = rowCapacity
    index = AlignedBuffer(count: entryCount)
    value = AlignedBuffer(count: entryCount)
    count = AlignedBuffer(count: rowCapacity * segmentCount)
    descriptor = .allocate(capacity: 1)
    descriptor.initialize(
      to: rectifier_lists(
        index: index.pointer, value: value.pointer, count: count.pointer,
        segment_count: segmentCount, segment_stride: PanelLayout.panelColumnCount))
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
