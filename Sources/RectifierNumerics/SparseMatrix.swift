// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Rows of `Float` of which only the entries that are not zero are kept, one row after another (CSR).
///
/// A value: copies share storage.
public struct SparseMatrix: Equatable, Sendable {
  /// Rows; of a batch, its samples.
  public let rowCount: Int
  /// Columns, most of them zero in any row.
  public let columnCount: Int
  /// Where each row's entries begin, and where the last row's end: `rowCount + 1` numbers from 0 on.
  public let rowStarts: [Int]
  /// The column of each entry, ascending within a row.
  public let columns: [UInt32]
  /// The value of each entry; none is zero.
  public let values: [Float]

  /// Rows of entries.
  ///
  /// - Precondition: `rowStarts` begins with 0, never falls and ends with the number of entries; a
  ///   row's columns ascend and lie below `columnCount`; no value is zero.
  /// - Complexity: O(entries).
  public init(columnCount: Int, rowStarts: [Int], columns: [UInt32], values: [Float]) {
    guard columnCount >= 0, rowStarts.first == 0, rowStarts.last == columns.count,
      columns.count == values.count
    else {
      fatalError(
        "sparse matrix: \(columnCount) columns, row starts from \(rowStarts.first ?? -1) to"
          + " \(rowStarts.last ?? -1), \(columns.count) column numbers, \(values.count) values")
    }
    for row in 0..<rowStarts.count - 1 {
      guard rowStarts[row] <= rowStarts[row + 1] else {
        fatalError("sparse matrix: row \(row) begins at \(rowStarts[row]) and ends before it")
      }
      var least = 0
      for entry in rowStarts[row]..<rowStarts[row + 1] {
        guard columns[entry] >= least, columns[entry] < columnCount, values[entry] != 0 else {
          fatalError(
            "sparse matrix: row \(row): column \(columns[entry]) of \(columnCount) with"
              + " \(values[entry]), expected one from \(least) on and no zero")
        }
        least = Int(columns[entry]) + 1
      }
    }
    self.rowCount = rowStarts.count - 1
    self.columnCount = columnCount
    self.rowStarts = rowStarts
    self.columns = columns
    self.values = values
  }

  /// The entries of dense rows that are not zero.
  public init(_ matrix: Matrix) {
    var builder = Builder()
    for row in 0..<matrix.rowCount {
      for (column, value) in matrix.row(row).enumerated() where value != 0 {
        builder.add(column: UInt32(column), value: value)
      }
      builder.endRow()
    }
    self = builder.matrix(columnCount: matrix.columnCount)
  }

  /// Entries of all rows.
  public var entryCount: Int { columns.count }

  /// Calls `body` with the columns and the values of one row's entries.
  ///
  /// - Precondition: The row lies within the matrix.
  public func withRow<Result>(
    _ row: Int,
    _ body: (_ columns: UnsafeBufferPointer<UInt32>, _ values: UnsafeBufferPointer<Float>) throws
      -> Result
  ) rethrows -> Result {
    let range = entries(ofRow: row)
    return try columns.withUnsafeBufferPointer { columns in
      try values.withUnsafeBufferPointer { values in
        try body(
          UnsafeBufferPointer(rebasing: columns[range]),
          UnsafeBufferPointer(rebasing: values[range]))
      }
    }
  }

  /// Which entries a row has.
  ///
  /// - Precondition: The row lies within the matrix.
  public func entries(ofRow row: Int) -> Range<Int> {
    guard row >= 0, row < rowCount else { fatalError("sparse matrix: row \(row) of \(rowCount)") }
    return rowStarts[row]..<rowStarts[row + 1]
  }

  /// The rows named, in that order, in new storage.
  public func subset(rows: [Int32]) -> SparseMatrix {
    var builder = Builder()
    for row in rows { builder.addRow(Int(row), of: self) }
    return builder.matrix(columnCount: columnCount)
  }
}

extension SparseMatrix {
  /// Collects rows one after another.
  public struct Builder: Sendable {
    private var rowStarts = [0]
    private var columns: [UInt32] = []
    private var values: [Float] = []

    /// No rows yet.
    public init() {}

    /// Rows that have been ended.
    public var rowCount: Int { rowStarts.count - 1 }

    /// Adds an entry to the row at hand; a value of zero adds nothing.
    public mutating func add(column: UInt32, value: Float) {
      if value == 0 { return }
      columns.append(column)
      values.append(value)
    }

    /// Ends the row at hand; the next entry begins another.
    public mutating func endRow() { rowStarts.append(columns.count) }

    /// Adds a row of a matrix.
    public mutating func addRow(_ row: Int, of matrix: SparseMatrix) {
      let range = matrix.entries(ofRow: row)
      columns.append(contentsOf: matrix.columns[range])
      values.append(contentsOf: matrix.values[range])
      endRow()
    }

    /// All rows that have been ended.
    ///
    /// - Precondition: As of `SparseMatrix.init`.
    public func matrix(columnCount: Int) -> SparseMatrix {
      SparseMatrix(columnCount: columnCount, rowStarts: rowStarts, columns: columns, values: values)
    }
  }
}
