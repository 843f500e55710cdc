// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

extension Dataset {
  /// The CRC-32 of the data as text, as in "crc32:8d1f9c02"; the same for every file form.
  ///
  /// It runs over the features of all rows in order (bytes, or 32-bit floats), then over the
  /// targets (classes as 32-bit integers, reals as 32-bit floats), least significant byte first.
  ///
  /// - Complexity: O(bytes), about 1 ms a megabyte, on every call.
  public var checksum: String {
    var checksum: UInt32 = 0
    switch features {
    case .bytes(let rows):
      rows.forEachChunk { checksum = Gzip.crc32($0, continuing: checksum) }
    case .floats(let matrix):
      checksum = Self.checksum(of: matrix, continuing: checksum)
    }
    switch targets {
    case .classes(let classes):
      let stored = classes.map(\.littleEndian)
      checksum = stored.withUnsafeBytes { Gzip.crc32($0, continuing: checksum) }
    case .reals(let matrix):
      checksum = Self.checksum(of: matrix, continuing: checksum)
    case .none: break
    }
    let digits = String(checksum, radix: 16)
    return "crc32:" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func checksum(of matrix: Matrix, continuing: UInt32) -> UInt32 {
    var checksum = continuing
    for row in 0..<matrix.rowCount {
      let stored = (0..<matrix.columnCount).map { matrix[row, $0].bitPattern.littleEndian }
      checksum = stored.withUnsafeBytes { Gzip.crc32($0, continuing: checksum) }
    }
    return checksum
  }
}
