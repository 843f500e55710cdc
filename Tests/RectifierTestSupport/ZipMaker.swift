// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Writes zip archives, also wrong ones and those with deflated members.
package enum ZipMaker {
  /// A member as it is written, also wrongly.
  package struct Member {
    package var name: String
    package var content: [UInt8]
    package var isDeflated: Bool
    package var method: UInt16?
    package var flags: UInt16 = 0
    package var byteCount: Int?
    package var checksum: UInt32?

    package init(_ name: String, _ content: [UInt8], isDeflated: Bool = false) {
      self.name = name
      self.content = content
      self.isDeflated = isDeflated
    }

    /// The bytes in the archive: zlib's form without its header and checksum is raw deflate.
    var stored: [UInt8] {
      isDeflated ? Array(Zlib.deflate(content).dropFirst(2).dropLast(4)) : content
    }
  }

  /// An archive of members as they are.
  package static func stored(_ files: [(String, [UInt8])]) -> [UInt8] {
    archive(files.map { Member($0.0, $0.1) })
  }

  /// An archive with a directory and an end record.
  package static func archive(_ members: [Member], comment: String = "") -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let stored = member.stored
      let sum = member.checksum ?? member.content.withUnsafeBytes { Gzip.crc32($0) }
      let facts =
        little(20, 2) + little(Int(member.flags), 2)
        + little(Int(member.method ?? (member.isDeflated ? 8 : 0)), 2) + little(0, 4)
        + little(Int(sum), 4) + little(stored.count, 4)
        + little(member.byteCount ?? member.content.count, 4)
        + little(member.name.utf8.count, 2) + little(0, 2)
      directory += little(0x0201_4b50, 4) + little(20, 2) + facts + little(0, 10)
      directory += little(bytes.count, 4) + Array(member.name.utf8)
      bytes += little(0x0403_4b50, 4) + facts + Array(member.name.utf8) + stored
    }
    let end =
      little(0x0605_4b50, 4) + little(0, 4) + little(members.count, 2) + little(members.count, 2)
      + little(directory.count, 4) + little(bytes.count, 4) + little(comment.utf8.count, 2)
    return bytes + directory + end + Array(comment.utf8)
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
  }
}
