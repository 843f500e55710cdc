// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// One piece of a PNG: a length, four letters, the data, and a CRC-32 over letters and data.
struct PNGChunk {
  /// The four letters.
  let type: String
  /// Where the length stands.
  let offset: Int
  /// Where the data lie.
  let data: Range<Int>

  /// Where the next chunk begins.
  var end: Int { data.upperBound + 4 }

  /// Whether a picture cannot be shown without it: its first letter is a capital.
  var isCritical: Bool { type.utf8.first.map { $0 & 0x20 == 0 } ?? false }

  /// Reads the chunk at `offset` and checks its checksum.
  init(at offset: Int, of bytes: UnsafeRawBufferPointer, path: String) throws(PictureError) {
    guard bytes.count - offset >= 8 else {
      let part = bytes.count == offset ? "a picture without its last chunk" : "a chunk's head"
      throw .truncated(path: path, offset: bytes.count, part: part)
    }
    let length = Int(bytes.number32(at: offset))
    let letters = UnsafeRawBufferPointer(rebasing: bytes[(offset + 4)..<(offset + 8)])
    guard letters.allSatisfy({ (65...90).contains($0 & 0xDF) }) else {
      throw .malformed(
        path: path, offset: offset + 4, expected: "a chunk's four letters",
        found: letters.map { "\($0)" }.joined(separator: " "))
    }
    type = String(decoding: letters, as: UTF8.self)
    guard length <= Int(Int32.max) else {
      throw .malformed(
        path: path, offset: offset, expected: "a chunk of at most \(Int32.max) bytes",
        found: "\(length)")
    }
    guard bytes.count - offset - 12 >= length else {
      throw .truncated(path: path, offset: bytes.count, part: "chunk \(type) of \(length) bytes")
    }
    self.offset = offset
    data = (offset + 8)..<(offset + 8 + length)
    let covered = UnsafeRawBufferPointer(rebasing: bytes[(offset + 4)..<data.upperBound])
    guard Gzip.crc32(covered) == bytes.number32(at: data.upperBound) else {
      throw .wrongChecksum(path: path, offset: offset, chunk: type)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Four bytes, the highest first.
  func number32(at offset: Int) -> UInt32 {
    self[offset..<(offset + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
