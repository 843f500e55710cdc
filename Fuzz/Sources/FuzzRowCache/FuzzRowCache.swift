// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import FuzzInput
import Rectifier

/// Reads the bytes as a file of encoded rows: first as they are, then with an end whose counts they
/// begin with and whose checksums are right. Whatever the bytes are, this ends in an error of one line or
/// in rows.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRowCache(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeRawBufferPointer(start: start, count: count)
  read(bytes)
  let countBytes = 4 * 8
  guard count >= countBytes else { return 0 }
  let content = Array(bytes[countBytes...])
  var end: [UInt8] = []
  for number in [0x5357_4F52_5443_4552, 1] as [UInt64] { append(number, to: &end) }
  end += bytes[..<countBytes]
  append(UInt64(checksum(content)), to: &end)
  end += key.utf8
  append(UInt64(checksum(end)), to: &end)
  (content + end).withUnsafeBytes(read)
  return 0
}

private let key = String(repeating: "0", count: 64)

private func read(_ bytes: UnsafeRawBufferPointer) {
  FuzzInput.read(bytes) { path in
    let file = try RowCacheFile(path: path, key: key)
    let rows = file.rows
    for row in 0..<min(rows.rowCount, 1000) {
      rows.withRow(row) { columns, _ in
        for column in columns where Int(column) >= rows.columnCount {
          fatalError("column \(column) of \(rows.columnCount)")
        }
      }
    }
  }
}

private func append(_ number: UInt64, to bytes: inout [UInt8]) {
  withUnsafeBytes(of: number) { bytes += $0 }
}

/// The checksum of gzip and zip, CRC-32.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var sum = UInt32.max
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 {
      let isOdd = sum & 1 == 1
      sum >>= 1
      if isOdd { sum ^= 0xEDB8_8320 }
    }
  }
  return ~sum
}
