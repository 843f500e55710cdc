// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Rows of bytes that stand for the numbers byte / divisor; immutable, and shared by all subsets.
public struct ByteRows: Sendable {
  /// How many rows there are.
  public let rowCount: Int
  /// Bytes a row.
  public let columnCount: Int
  /// What a byte is divided by to give its value.
  public let divisor: Float

  private let bytes: [UInt8]
  /// Where each row lies in `bytes`, counted in rows; nil where all rows are there in order.
  private let positions: [Int32]?

  /// Rows that lie one after another in `bytes`.
  ///
  /// - Precondition: `bytes.count == rowCount · columnCount`; the divisor is finite and above 0.
  public init(bytes: [UInt8], rowCount: Int, columnCount: Int, divisor: Float = 255) {
    let (count, overflows) = rowCount.multipliedReportingOverflow(by: columnCount)
    guard rowCount >= 0, columnCount >= 0, !overflows, bytes.count == count else {
      fatalError("byte rows: \(bytes.count) bytes for \(rowCount) rows of \(columnCount)")
    }
    guard divisor > 0, divisor.isFinite else {
      fatalError("byte rows: divisor \(divisor), expected a finite number above 0")
    }
    self.init(
      rowCount: rowCount, columnCount: columnCount, divisor: divisor, bytes: bytes, positions: nil)
  }

  private init(
    rowCount: Int, columnCount: Int, divisor: Float, bytes: [UInt8], positions: [Int32]?
  ) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.divisor = divisor
    self.bytes = bytes
    self.positions = positions
  }

  /// The rows named, in that order; the bytes are shared, not copied.
  public func subset(rows: [Int32]) -> ByteRows {
    let positions = rows.map { row in Int32(position(of: Int(row))) }
    return ByteRows(
      rowCount: rows.count, columnCount: columnCount, divisor: divisor, bytes: bytes,
      positions: positions)
  }

  /// Calls `body` with the bytes of one row.
  public func withRow<Result>(
    _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let start = position(of: row) * columnCount
    return try bytes.withUnsafeBufferPointer { buffer in
      try body(UnsafeBufferPointer(rebasing: buffer[start..<(start + columnCount)]))
    }
  }

  /// Calls `body` with all bytes where the rows lie one after another, else row by row, in order.
  func forEachChunk(_ body: (UnsafeRawBufferPointer) -> Void) {
    guard positions != nil else {
      bytes.withUnsafeBytes(body)
      return
    }
    for row in 0..<rowCount {
      withRow(row) { body(UnsafeRawBufferPointer($0)) }
    }
  }

  /// All rows of all parts in new storage; columns and divisors must agree.
  static func concatenating(_ parts: [ByteRows]) -> ByteRows {
    guard let first = parts.first else { fatalError("byte rows: nothing to put together") }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.rowCount * $1.columnCount })
    for part in parts {
      guard part.columnCount == first.columnCount, part.divisor == first.divisor else {
        fatalError(
          "byte rows: \(part.columnCount) columns over \(part.divisor) "
            + "after \(first.columnCount) columns over \(first.divisor)")
      }
      part.forEachChunk { bytes.append(contentsOf: $0) }
    }
    return ByteRows(
      bytes: bytes, rowCount: parts.reduce(0) { $0 + $1.rowCount },
      columnCount: first.columnCount, divisor: first.divisor)
  }

  private func position(of row: Int) -> Int {
    guard row >= 0, row < rowCount else {
      fatalError("byte rows: row \(row), there are \(rowCount)")
    }
    return positions.map { Int($0[row]) } ?? row
  }
}
