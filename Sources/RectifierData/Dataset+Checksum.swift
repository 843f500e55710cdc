// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

extension Dataset {
  /// The CRC-32 of the data as text, as in "crc32:8d1f9c02"; the same for every file form.
  ///
  /// It runs over the features of all rows in order (bytes, or 32-bit floats; of sparse rows where
  /// each begins in 64 bits, then all columns and all values in 32), then over the targets (classes as
  /// 32-bit integers, of sets where each begins in 64 bits before them, reals as 32-bit floats), least
  /// significant byte first. Dense rows that a file keeps as sparse ones count as dense ones, also where
  /// they are the targets.
  ///
  /// - Complexity: O(bytes), about 1 ms a megabyte, on every call.
  public var checksum: String {
    var checksum: UInt32 = 0
    switch features {
    case .bytes(let rows):
      rows.forEachChunk { checksum = Gzip.crc32($0, continuing: checksum) }
    case .floats(let matrix):
      checksum = Self.checksum(of: matrix, continuing: checksum)
    case .sparse(let matrix):
      checksum = Self.checksum(of: matrix, asDense: holdsDenseRows, continuing: checksum)
    }
    switch targets {
    case .classes(let classes):
      checksum = Self.checksum(of: classes, continuing: checksum)
    case .sets(let sets):
      checksum = Self.checksum(of: sets.starts.map(UInt64.init), continuing: checksum)
      checksum = Self.checksum(of: sets.classes, continuing: checksum)
    case .reals(let matrix):
      checksum = Self.checksum(of: matrix, continuing: checksum)
    case .features:
      if holdsDenseRows, case .sparse(let matrix) = features {
        checksum = Self.checksum(of: matrix, asDense: true, continuing: checksum)
      }
    case .none: break
    }
    let digits = String(checksum, radix: 16)
    return "crc32:" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Whether rows would be dense ones in memory.
  private var holdsDenseRows: Bool { encoding?.makesDenseRows == true }

  private static func checksum(of matrix: Matrix, continuing: UInt32) -> UInt32 {
    (0..<matrix.rowCount).reduce(continuing) { checksum, row in
      let bits = (0..<matrix.columnCount).map { matrix[row, $0].bitPattern }
      return Self.checksum(of: bits, continuing: checksum)
    }
  }

  /// That of the rows with all their zeros where they are dense ones that are kept as sparse ones.
  private static func checksum(
    of matrix: SparseMatrix, asDense: Bool, continuing: UInt32
  ) -> UInt32 {
    let rows = 0..<matrix.rowCount
    if asDense {
      return rows.reduce(continuing) { checksum, row in
        var bits = [UInt32](repeating: 0, count: matrix.columnCount)
        matrix.withRow(row) { columns, values in
          for entry in columns.indices { bits[Int(columns[entry])] = values[entry].bitPattern }
        }
        return Self.checksum(of: bits, continuing: checksum)
      }
    }
    var start: UInt64 = 0
    var checksum = Self.checksum(of: [start], continuing: continuing)
    for row in rows {
      start += UInt64(matrix.entryCount(ofRow: row))
      checksum = Self.checksum(of: [start], continuing: checksum)
    }
    for row in rows {
      matrix.withRow(row) { columns, _ in
        checksum = Self.checksum(of: Array(columns), continuing: checksum)
      }
    }
    for row in rows {
      matrix.withRow(row) { _, values in
        checksum = Self.checksum(of: values.map(\.bitPattern), continuing: checksum)
      }
    }
    return checksum
  }

  private static func checksum<Number: FixedWidthInteger>(
    of numbers: [Number], continuing: UInt32
  ) -> UInt32 {
    numbers.map(\.littleEndian).withUnsafeBytes { Gzip.crc32($0, continuing: continuing) }
  }
}
