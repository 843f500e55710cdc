// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The entries of sparse rows, one row after another: arrays, or a file that is mapped.
struct SparseStorage: Sendable {
  let rowCount: Int
  let entryCount: Int
  private let rowStarts: [Int]
  private let columns: [UInt32]
  private let values: [Float]
  /// In the place of the arrays.
  private let mapped: MappedSparseRows?

  init(rowStarts: [Int], columns: [UInt32], values: [Float]) {
    (rowCount, entryCount) = (rowStarts.count - 1, columns.count)
    (self.rowStarts, self.columns, self.values, mapped) = (rowStarts, columns, values, nil)
  }

  init(mapped rows: MappedSparseRows) {
    (rowCount, entryCount) = (rows.rowCount, rows.entryCount)
    (rowStarts, columns, values, mapped) = ([], [], [], rows)
  }

  var isMapped: Bool { mapped != nil }

  /// Which entries a row has.
  @inline(__always)
  func entries(ofRow row: Int) -> Range<Int> {
    mapped?.entries(ofRow: row) ?? rowStarts[row]..<rowStarts[row + 1]
  }

  @inline(__always)
  func withRow<Result>(
    _ row: Int,
    _ body: (_ columns: UnsafeBufferPointer<UInt32>, _ values: UnsafeBufferPointer<Float>) throws
      -> Result
  ) rethrows -> Result {
    if let mapped { return try mapped.withRow(row, body) }
    let range = rowStarts[row]..<rowStarts[row + 1]
    return try columns.withUnsafeBufferPointer { columns in
      try values.withUnsafeBufferPointer { values in
        try body(
          UnsafeBufferPointer(rebasing: columns[range]),
          UnsafeBufferPointer(rebasing: values[range]))
      }
    }
  }

  /// The first row that does not begin where entries are, or begins behind its end; nil where all are
  /// in order.
  var firstFallingRow: Int? {
    var end = 0
    for row in 0..<rowCount {
      let (start, next) =
        mapped.map { ($0.start(ofRow: row), $0.start(ofRow: row + 1)) }
        ?? (rowStarts[row], rowStarts[row + 1])
      if start != end || next < start || next > entryCount { return row }
      end = next
    }
    return end == entryCount ? nil : rowCount
  }
}
