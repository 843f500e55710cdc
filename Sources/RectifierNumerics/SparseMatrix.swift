// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Rows of `Float` of which only the entries that are not zero are kept, one row after another (CSR).
///
/// A value: copies and subsets share storage, which is memory or a file that is mapped.
public struct SparseMatrix: Sendable {
  /// Rows; of a batch, its samples.
  public let rowCount: Int
  /// Columns, most of them zero in any row.
  public let columnCount: Int
  /// Entries of all rows.
  public let entryCount: Int
  private let storage: SparseStorage
  /// Which row of the storage each row is; nil where all are there in order.
  private let positions: [Int32]?

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
    self.init(
      columnCount: columnCount,
      storage: SparseStorage(rowStarts: rowStarts, columns: columns, values: values))
    if let fault { fatalError("sparse matrix: \(fault)") }
  }

  /// Rows as a file has them that is mapped.
  ///
  /// - Precondition: `columnCount` is not negative. Whether the rows are sound, ``fault`` says.
  package init(columnCount: Int, mapped rows: MappedSparseRows) {
    guard columnCount >= 0 else { fatalError("sparse matrix: \(columnCount) columns") }
    self.init(columnCount: columnCount, storage: SparseStorage(mapped: rows))
  }

  private init(columnCount: Int, storage: SparseStorage) {
    rowCount = storage.rowCount
    self.columnCount = columnCount
    entryCount = storage.entryCount
    self.storage = storage
    positions = nil
  }

  private init(_ rows: [Int32], of matrix: SparseMatrix) {
    let positions = rows.map { Int32(matrix.position(of: Int($0))) }
    rowCount = rows.count
    columnCount = matrix.columnCount
    storage = matrix.storage
    entryCount = positions.reduce(0) { $0 + matrix.storage.entries(ofRow: Int($1)).count }
    self.positions = positions
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

  /// Calls `body` with the columns, ascending, and the values of one row's entries.
  ///
  /// - Precondition: The row lies within the matrix.
  @inline(__always)
  public func withRow<Result>(
    _ row: Int,
    _ body: (_ columns: UnsafeBufferPointer<UInt32>, _ values: UnsafeBufferPointer<Float>) throws
      -> Result
  ) rethrows -> Result {
    try storage.withRow(position(of: row), body)
  }

  /// How many entries a row has.
  ///
  /// - Precondition: The row lies within the matrix.
  public func entryCount(ofRow row: Int) -> Int {
    storage.entries(ofRow: position(of: row)).count
  }

  /// The rows named, in that order; entries are shared, not copied, and stay for as long as these do.
  ///
  /// - Precondition: All are there.
  /// - Complexity: O(rows named).
  public func subset(rows: [Int32]) -> SparseMatrix { SparseMatrix(rows, of: self) }

  /// Bytes of memory: those of the entries, unless they lie in a file, and of what says where.
  package var memoryByteCount: Int {
    let places = (positions?.count ?? 0) * MemoryLayout<Int32>.size
    return storage.isMapped
      ? places : places + entryCount * 8 + (rowCount + 1) * MemoryLayout<Int>.size
  }

  private func position(of row: Int) -> Int {
    guard row >= 0, row < rowCount else { fatalError("sparse matrix: row \(row) of \(rowCount)") }
    return positions.map { Int($0[row]) } ?? row
  }
}

/// All entries in arrays, which are made for the purpose unless the matrix is made of them.
extension SparseMatrix {
  /// Where each row's entries begin, and where the last row's end: `rowCount + 1` numbers from 0 on.
  public var rowStarts: [Int] {
    (0..<rowCount).reduce(into: [0]) { $0.append($0[$1] + entryCount(ofRow: $1)) }
  }

  /// The column of each entry, ascending within a row.
  public var columns: [UInt32] {
    var all: [UInt32] = []
    all.reserveCapacity(entryCount)
    for row in 0..<rowCount { withRow(row) { columns, _ in all.append(contentsOf: columns) } }
    return all
  }

  /// The value of each entry; none is zero.
  public var values: [Float] {
    var all: [Float] = []
    all.reserveCapacity(entryCount)
    for row in 0..<rowCount { withRow(row) { _, values in all.append(contentsOf: values) } }
    return all
  }
}

extension SparseMatrix {
  /// What is wrong with the rows; nil where they are as they have to be.
  ///
  /// - Complexity: O(entries).
  package var fault: String? {
    if let row = storage.firstFallingRow { return "row \(row) begins behind where it ends" }
    for row in 0..<rowCount {
      let fault =
        withRow(row) { columns, values in
          var least = 0
          for entry in columns.indices {
            guard columns[entry] >= least, columns[entry] < columnCount, values[entry] != 0 else {
              return "row \(row): column \(columns[entry]) of \(columnCount) with \(values[entry]),"
                + " expected one from \(least) on and no zero"
            }
            least = Int(columns[entry]) + 1
          }
          return nil
        } as String?
      if let fault { return fault }
    }
    return nil
  }
}

extension SparseMatrix: Equatable {
  /// Equal shapes and entries, wherever these lie; as for `Float`, NaN differs from itself.
  public static func == (a: SparseMatrix, b: SparseMatrix) -> Bool {
    guard a.rowCount == b.rowCount, a.columnCount == b.columnCount else { return false }
    return (0..<a.rowCount).allSatisfy { row in
      a.withRow(row) { columns, values in
        b.withRow(row) { columns.elementsEqual($0) && values.elementsEqual($1) }
      }
    }
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
      matrix.withRow(row) { columns, values in
        self.columns.append(contentsOf: columns)
        self.values.append(contentsOf: values)
      }
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
