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
  /// significant byte first.
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
      checksum = Self.checksum(of: matrix.rowStarts.map(UInt64.init), continuing: checksum)
      checksum = Self.checksum(of: matrix.columns, continuing: checksum)
      checksum = Self.checksum(of: matrix.values.map(\.bitPattern), continuing: checksum)
    }
    switch targets {
    case .classes(let classes):
      checksum = Self.checksum(of: classes, continuing: checksum)
    case .sets(let sets):
      checksum = Self.checksum(of: sets.starts.map(UInt64.init), continuing: checksum)
      checksum = Self.checksum(of: sets.classes, continuing: checksum)
    case .reals(let matrix):
      checksum = Self.checksum(of: matrix, continuing: checksum)
    case .features, .none: break
    }
    let digits = String(checksum, radix: 16)
    return "crc32:" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func checksum(of matrix: Matrix, continuing: UInt32) -> UInt32 {
    (0..<matrix.rowCount).reduce(continuing) { checksum, row in
      let bits = (0..<matrix.columnCount).map { matrix[row, $0].bitPattern }
      return Self.checksum(of: bits, continuing: checksum)
    }
  }

  private static func checksum<Number: FixedWidthInteger>(
    of numbers: [Number], continuing: UInt32
  ) -> UInt32 {
    numbers.map(\.littleEndian).withUnsafeBytes { Gzip.crc32($0, continuing: continuing) }
  }
}
