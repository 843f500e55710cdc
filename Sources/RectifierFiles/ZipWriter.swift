// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Writes zip archives whose members are stored as they are, without times: the same members always give
/// the same bytes.
///
/// Source: PKWARE's APPNOTE.TXT 6.3, section 4.3; no ZIP64, and so a limit on bytes and members.
package enum ZipWriter {
  /// As many bytes as an archive can have without ZIP64.
  package static let byteLimit = Int(UInt32.max) - 1
  /// As many members as one can have without ZIP64.
  package static let memberLimit = Int(UInt16.max) - 1

  private static let headerByteCount = 30
  private static let entryByteCount = 46
  private static let endByteCount = 22
  /// 1 January 1980, the first day that the form knows.
  private static let date: UInt16 = 1 << 5 | 1

  /// How many bytes the archive of the members has.
  package static func byteCount(_ members: [(name: String, content: [UInt8])]) -> Int {
    members.reduce(endByteCount) {
      $0 + headerByteCount + entryByteCount + 2 * $1.name.utf8.count + $1.content.count
    }
  }

  /// The archive.
  ///
  /// - Precondition: Names differ; bytes and members are within the limits.
  package static func stored(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    let byteCount = byteCount(members)
    guard byteCount <= byteLimit, members.count <= memberLimit else {
      fatalError("zip: \(members.count) members, \(byteCount) bytes")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount)
    var directory: [UInt8] = []
    for (name, content) in members {
      let start = bytes.count
      let facts = facts(name: name, content: content)
      bytes += little(UInt32(0x0403_4b50)) + facts + Array(name.utf8) + content
      directory += little(UInt32(0x0201_4b50)) + little(UInt16(20)) + facts
      directory += [UInt8](repeating: 0, count: 10) + little(UInt32(start)) + Array(name.utf8)
    }
    let start = bytes.count
    bytes += directory
    bytes += little(UInt32(0x0605_4b50)) + little(UInt32(0))
    bytes += little(UInt16(members.count)) + little(UInt16(members.count))
    bytes += little(UInt32(directory.count)) + little(UInt32(start)) + little(UInt16(0))
    return bytes
  }

  /// What a member's header and its entry in the directory share: version, flags, method, time, date,
  /// checksum, two sizes, two lengths.
  private static func facts(name: String, content: [UInt8]) -> [UInt8] {
    let checksum = content.withUnsafeBytes { Gzip.crc32($0) }
    let size = UInt32(content.count)
    return little(UInt16(20)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0))
      + little(date) + little(checksum) + little(size) + little(size)
      + little(UInt16(name.utf8.count)) + little(UInt16(0))
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
