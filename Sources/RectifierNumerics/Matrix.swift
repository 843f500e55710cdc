// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Rows of `Float`, `[rows × columns]`, each padded with zeros to a multiple of 16 columns.
///
/// A value: copies share storage until one of them is written.
public struct Matrix: Sendable {
  /// Rows; of a batch, its samples.
  public let rowCount: Int
  /// Columns, without the padding.
  public let columnCount: Int
  /// Floats from one row to the next: `columnCount` rounded up to a multiple of 16.
  public let stride: Int
  private var storage: AlignedBuffer<Float>

  /// A matrix of zeros.
  ///
  /// - Precondition: `rowCount` and `columnCount` are not negative.
  public init(rowCount: Int, columnCount: Int) {
    guard rowCount >= 0, columnCount >= 0 else {
      fatalError("matrix: \(rowCount) rows of \(columnCount) columns")
    }
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.stride = PanelLayout.padded(columnCount)
    self.storage = AlignedBuffer(count: rowCount * stride)
  }

  /// A matrix with the given rows.
  ///
  /// - Precondition: all rows have the same count.
  public init(rows: [[Float]]) {
    self.init(rowCount: rows.count, columnCount: rows.first?.count ?? 0)
    for (n, row) in rows.enumerated() {
      guard row.count == columnCount else {
        fatalError("matrix: row \(n) has \(row.count) columns, row 0 has \(columnCount)")
      }
      for (column, value) in row.enumerated() { storage.pointer[n * stride + column] = value }
    }
  }

  /// The element of a row and a column.
  ///
  /// - Precondition: Both lie within the matrix.
  public subscript(row: Int, column: Int) -> Float {
    get {
      storage.pointer[checkedOffset(row, column)]
    }
    set {
      let offset = checkedOffset(row, column)
      makeUnique()
      storage.pointer[offset] = newValue
    }
  }

  /// The values of one row, without its padding.
  public func row(_ row: Int) -> [Float] {
    guard row >= 0, row < rowCount else { fatalError("matrix: row \(row) of \(rowCount)") }
    return Array(UnsafeBufferPointer(start: storage.pointer + row * stride, count: columnCount))
  }

  /// Calls `body` with all rows, `rowCount * stride` floats, padding included.
  public func withUnsafePointer<R>(_ body: (UnsafePointer<Float>) throws -> R) rethrows -> R {
    try withExtendedLifetime(storage) { try body(UnsafePointer(storage.pointer)) }
  }

  /// Calls `body` with all rows for writing; padding has to stay zero.
  public mutating func withUnsafeMutablePointer<R>(
    _ body: (UnsafeMutablePointer<Float>) throws -> R
  ) rethrows -> R {
    makeUnique()
    return try withExtendedLifetime(storage) { try body(storage.pointer) }
  }

  private mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&storage) { storage = AlignedBuffer(copying: storage) }
  }

  private func checkedOffset(_ row: Int, _ column: Int) -> Int {
    guard row >= 0, row < rowCount, column >= 0, column < columnCount else {
      fatalError("matrix: element (\(row), \(column)) of \(rowCount) × \(columnCount)")
    }
    return row * stride + column
  }
}

extension Matrix {
  /// The first element, row after row, that a range does not hold; NaN is in none. Nil where it holds
  /// all.
  package func firstElement(
    outside range: ClosedRange<Float>
  ) -> (row: Int, column: Int, value: Float)? {
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let value = storage.pointer[row * stride + column]
        if !range.contains(value) { return (row, column, value) }
      }
    }
    return nil
  }
}

extension Matrix: Equatable {
  /// Equal shapes and equal values; as for `Float`, NaN differs from itself and −0 equals +0.
  public static func == (a: Matrix, b: Matrix) -> Bool {
    guard a.rowCount == b.rowCount, a.columnCount == b.columnCount else { return false }
    return (0..<a.rowCount * a.stride).allSatisfy { a.storage.pointer[$0] == b.storage.pointer[$0] }
  }
}

extension Matrix {
  /// Copies all rows of `other` over the rows from `first` on.
  package mutating func replaceRows(from first: Int, with other: Matrix) {
    guard other.columnCount == columnCount, first >= 0, first + other.rowCount <= rowCount else {
      fatalError(
        "matrix: \(other.rowCount) rows of \(other.columnCount) at row \(first) of \(rowCount) ×"
          + " \(columnCount)")
    }
    makeUnique()
    other.withUnsafePointer {
      (storage.pointer + first * stride).update(from: $0, count: other.rowCount * stride)
    }
  }
}
