// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The last 128 bytes of a file of encoded rows: 64-bit numbers as the machine has them.
///
///     entries    8 bytes each: for each row the columns, 32 bits each, then the values
///     starts     8 bytes each: entries before each row, and all entries
///     notes      JSON, an array of texts, then spaces up to a multiple of 8 bytes
///     trailer    magic, version, rows, columns, entries, bytes of notes, CRC-32 of all before,
///                key (8 numbers: 64 hexadecimal digits), CRC-32 of the trailer before it
struct RowCacheTrailer: Equatable {
  static let byteCount = 16 * 8
  static let keyByteCount = 64

  private static let magic: UInt64 = 0x5357_4F52_5443_4552
  private static let version: UInt64 = 1

  var rowCount: Int
  var columnCount: Int
  var entryCount: Int
  var notesByteCount: Int
  /// The CRC-32 of everything before the trailer.
  var checksum: UInt32
  /// What the rows follow from, as 64 ASCII characters.
  var key: String

  /// Bytes of a file with this trailer; nil where they are more than an `Int` counts.
  var fileByteCount: Int? {
    let (entries, overflow) = entryCount.multipliedReportingOverflow(by: 8)
    // Rows are numbered with 32 bits.
    guard !overflow, rowCount <= Int(Int32.max), notesByteCount <= 1 << 40 else { return nil }
    let rest = (rowCount + 1) * 8 + notesByteCount + Self.byteCount
    let (sum, overflows) = entries.addingReportingOverflow(rest)
    return overflows ? nil : sum
  }

  /// The bytes of the trailer.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func append(_ number: UInt64) {
      withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }
    for number in [
      Self.magic, Self.version, UInt64(rowCount), UInt64(columnCount), UInt64(entryCount),
      UInt64(notesByteCount), UInt64(checksum),
    ] { append(number) }
    bytes.append(contentsOf: key.utf8)
    guard bytes.count == Self.byteCount - 8 else {
      fatalError("row cache: a key of \(key.utf8.count) bytes")
    }
    append(UInt64(bytes.withUnsafeBytes { Gzip.crc32($0) }))
    return bytes
  }

  init(
    rowCount: Int, columnCount: Int, entryCount: Int, notesByteCount: Int, checksum: UInt32,
    key: String
  ) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.entryCount = entryCount
    self.notesByteCount = notesByteCount
    self.checksum = checksum
    self.key = key
  }

  /// Reads the trailer; nil where the bytes are none.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.byteCount else { return nil }
    let numbers = (0..<16).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    let checked = UnsafeRawBufferPointer(rebasing: bytes[..<(Self.byteCount - 8)])
    let counts = numbers[2..<6].compactMap { Int(exactly: $0) }
    guard numbers[0] == Self.magic, numbers[1] == Self.version, counts.count == 4,
      numbers[15] == UInt64(Gzip.crc32(checked)), let checksum = UInt32(exactly: numbers[6])
    else { return nil }
    (rowCount, columnCount, entryCount, notesByteCount) = (
      counts[0], counts[1], counts[2], counts[3]
    )
    self.checksum = checksum
    key = String(decoding: bytes[56..<(56 + Self.keyByteCount)], as: UTF8.self)
  }
}
