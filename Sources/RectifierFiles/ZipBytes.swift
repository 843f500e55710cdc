// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The bytes of a zip archive, least significant first, never read past their end.
struct ZipBytes {
  let path: String
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer, path: String) {
    self.bytes = bytes
    self.path = path
  }

  var count: Int { bytes.count }

  func short(_ offset: Int) throws(ZipError) -> UInt16 {
    UInt16(littleEndian: try load(offset, as: UInt16.self))
  }

  func word(_ offset: Int) throws(ZipError) -> UInt32 {
    UInt32(littleEndian: try load(offset, as: UInt32.self))
  }

  /// A number of 64 bits that has to be one of bytes.
  func long(_ offset: Int) throws(ZipError) -> Int {
    let number = UInt64(littleEndian: try load(offset, as: UInt64.self))
    guard let number = Int(exactly: number) else { throw damage(offset, "a number of bytes") }
    return number
  }

  func text(_ offset: Int, count: Int) throws(ZipError) -> String {
    guard offset >= 0, offset <= bytes.count - count else {
      throw damage(offset, "\(count) more bytes")
    }
    return String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
  }

  /// What is wrong at a place of the archive.
  func damage(_ offset: Int, _ expected: String) -> ZipError {
    .damaged(path: path, offset: offset, expected: expected)
  }

  private func load<Number: BitwiseCopyable>(
    _ offset: Int, as type: Number.Type
  ) throws(ZipError) -> Number {
    guard offset >= 0, offset <= bytes.count - MemoryLayout<Number>.size else {
      throw damage(offset, "\(MemoryLayout<Number>.size) more bytes")
    }
    return bytes.loadUnaligned(fromByteOffset: offset, as: type)
  }
}
