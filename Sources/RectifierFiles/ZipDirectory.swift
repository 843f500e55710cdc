// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The directory at the end of a zip archive.
struct ZipDirectory {
  private let bytes: ZipBytes
  /// Where the entries lie.
  private let range: Range<Int>
  private let count: Int

  private static let endSignature: UInt32 = 0x0605_4b50
  private static let endByteCount = 22
  private static let longestComment = 0xFFFF
  private static let locatorSignature: UInt32 = 0x0706_4b50
  private static let locatorByteCount = 20
  private static let longEndSignature: UInt32 = 0x0606_4b50
  private static let longEndByteCount = 56

  /// Finds the directory by the record at the file's end.
  init(_ bytes: ZipBytes) throws(ZipError) {
    self.bytes = bytes
    let end = try Self.endRecord(bytes)
    var (count, size, start) = (
      Int(try bytes.short(end + 10)), Int(try bytes.word(end + 12)), Int(try bytes.word(end + 16))
    )
    var limit = end
    guard try bytes.short(end + 4) == bytes.short(end + 6) else {
      throw bytes.damage(end + 4, "an archive in one piece")
    }
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
      let locator = end - Self.locatorByteCount
      guard locator >= 0, try bytes.word(locator) == Self.locatorSignature else {
        throw bytes.damage(max(locator, 0), "the locator of a ZIP64 record")
      }
      limit = try bytes.long(locator + 8)
      guard limit <= locator - Self.longEndByteCount,
        try bytes.word(limit) == Self.longEndSignature
      else { throw bytes.damage(locator + 8, "the place of a ZIP64 record") }
      (count, size, start) = (
        try bytes.long(limit + 32), try bytes.long(limit + 40), try bytes.long(limit + 48)
      )
    }
    let (directoryEnd, overflows) = start.addingReportingOverflow(size)
    guard !overflows, directoryEnd == limit else {
      throw bytes.damage(end, "a directory that ends where its end record begins")
    }
    range = start..<directoryEnd
    self.count = count
  }

  /// All members, checked against their own headers and against each other.
  func members(limit: Int) throws(ZipError) -> [ZipArchive.Member] {
    guard count <= limit else { throw .tooMany(path: bytes.path, count: count, limit: limit) }
    var members: [ZipArchive.Member] = []
    var offset = range.lowerBound
    for _ in 0..<count {
      let entry = try ZipEntry(bytes, at: offset, limit: range.upperBound)
      if members.contains(where: { $0.name == entry.name }) {
        throw .duplicate(path: bytes.path, name: entry.name)
      }
      members.append(try entry.member(bytes, directoryStart: range.lowerBound))
      offset = entry.end
    }
    guard offset == range.upperBound else {
      throw bytes.damage(offset, "the end of the directory after \(count) entries")
    }
    let placed = members.map(\.compressed).sorted { $0.lowerBound < $1.lowerBound }
    for (one, next) in zip(placed, placed.dropFirst()) where one.upperBound > next.lowerBound {
      throw bytes.damage(next.lowerBound, "members that do not overlap")
    }
    return members
  }

  /// Where the end record lies: behind it there is its comment, and nothing else.
  private static func endRecord(_ bytes: ZipBytes) throws(ZipError) -> Int {
    let last = bytes.count - endByteCount
    for offset in stride(from: last, through: max(0, last - longestComment), by: -1)
    where try bytes.word(offset) == endSignature {
      if Int(try bytes.short(offset + 20)) == last - offset { return offset }
    }
    throw .noArchive(path: bytes.path)
  }
}
