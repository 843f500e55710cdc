// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// One entry of a zip archive's directory.
struct ZipEntry {
  let name: String
  /// Where the next entry begins.
  let end: Int

  private let offset: Int
  private let flags: UInt16
  private let method: UInt16
  private let checksum: UInt32
  private var compressedCount: Int
  private var byteCount: Int
  private var headerOffset: Int

  private static let signature: UInt32 = 0x0201_4b50
  private static let fixedByteCount = 46
  private static let headerSignature: UInt32 = 0x0403_4b50
  private static let headerByteCount = 30
  /// No deflated byte becomes more than these.
  private static let largestRatio = 1032

  /// Reads the entry at `offset`, which has to end before `limit`.
  init(_ bytes: ZipBytes, at offset: Int, limit: Int) throws(ZipError) {
    guard offset + Self.fixedByteCount <= limit, try bytes.word(offset) == Self.signature else {
      throw bytes.damage(offset, "an entry of the directory")
    }
    let nameCount = Int(try bytes.short(offset + 28))
    let extraCount = Int(try bytes.short(offset + 30))
    let extraStart = offset + Self.fixedByteCount + nameCount
    end = extraStart + extraCount + Int(try bytes.short(offset + 32))
    guard end <= limit else { throw bytes.damage(offset + 28, "an entry within the directory") }
    self.offset = offset
    name = try bytes.text(offset + Self.fixedByteCount, count: nameCount)
    flags = try bytes.short(offset + 8)
    method = try bytes.short(offset + 10)
    checksum = try bytes.word(offset + 16)
    compressedCount = Int(try bytes.word(offset + 20))
    byteCount = Int(try bytes.word(offset + 24))
    headerOffset = Int(try bytes.word(offset + 42))
    guard try bytes.short(offset + 34) == 0 else {
      throw .unsupported(path: bytes.path, name: name, found: "on another disk")
    }
    try readLongNumbers(bytes, extraStart..<(extraStart + extraCount))
  }

  /// Takes the numbers that do not fit 32 bits from the ZIP64 extra field, in its order.
  private mutating func readLongNumbers(
    _ bytes: ZipBytes, _ extra: Range<Int>
  ) throws(ZipError) {
    let missing = 0xFFFF_FFFF
    guard [byteCount, compressedCount, headerOffset].contains(missing) else { return }
    var field = extra.lowerBound
    while field + 4 <= extra.upperBound {
      let end = field + 4 + Int(try bytes.short(field + 2))
      guard end <= extra.upperBound else { break }
      if try bytes.short(field) == 1 {
        var place = field + 4
        func next(_ number: Int) throws(ZipError) -> Int {
          guard number == missing else { return number }
          guard place + 8 <= end else { throw bytes.damage(field, "a whole ZIP64 field") }
          defer { place += 8 }
          return try bytes.long(place)
        }
        byteCount = try next(byteCount)
        compressedCount = try next(compressedCount)
        headerOffset = try next(headerOffset)
        return
      }
      field = end
    }
    throw bytes.damage(extra.lowerBound, "a ZIP64 field")
  }

  /// Where the member lies, by its own header.
  func member(_ bytes: ZipBytes, directoryStart: Int) throws(ZipError) -> ZipArchive.Member {
    if flags & 1 != 0 { throw .unsupported(path: bytes.path, name: name, found: "encrypted") }
    guard method == 0 || method == 8 else {
      throw .unsupported(path: bytes.path, name: name, found: "compressed by method \(method)")
    }
    guard headerOffset <= directoryStart - Self.headerByteCount,
      try bytes.word(headerOffset) == Self.headerSignature
    else { throw bytes.damage(offset + 42, "the place of a member") }
    let nameCount = Int(try bytes.short(headerOffset + 26))
    let nameStart = headerOffset + Self.headerByteCount
    guard nameStart + nameCount <= directoryStart,
      try bytes.text(nameStart, count: nameCount) == name,
      try bytes.short(headerOffset + 8) == method
    else { throw bytes.damage(headerOffset, "the member \(PathName.quoted(name))") }
    let start = nameStart + nameCount + Int(try bytes.short(headerOffset + 28))
    guard start <= directoryStart, compressedCount <= directoryStart - start else {
      throw bytes.damage(offset + 20, "a member that ends before the directory")
    }
    let isPossible =
      method == 0
      ? byteCount == compressedCount
      : byteCount / Self.largestRatio <= compressedCount
    guard isPossible else {
      throw bytes.damage(offset + 24, "a size that \(compressedCount) bytes can become")
    }
    return ZipArchive.Member(
      name: name, isDeflated: method == 8, checksum: checksum, byteCount: byteCount,
      compressed: start..<(start + compressedCount))
  }
}
