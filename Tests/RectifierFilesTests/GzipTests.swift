// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierFiles

@Suite struct GzipTests {
  /// Text that compresses, followed by bytes that do not.
  static let content: [UInt8] =
    Array(String(repeating: "sparse rectifier ", count: 40).utf8)
    + (0..<300).map { UInt8(truncatingIfNeeded: ($0 * $0 * 2_654_435_761) >> 13) }

  private func inflate(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
    try bytes.withUnsafeBufferPointer { (buffer) throws(GzipError) in
      try Gzip.inflate(UnsafeRawBufferPointer(buffer), path: "x.gz", limit: limit)
    }
  }

  @Test(arguments: [0, 1, 6, 9] as [Int32])
  func roundTrip(level: Int32) throws {
    let packed = Compression.gzip(Self.content, level: level)
    #expect(try inflate(packed, limit: Self.content.count) == Self.content)
    #expect(try inflate(packed, limit: .max) == Self.content)
  }

  @Test func aLargeContentGrowsInPieces() throws {
    let content = [UInt8](repeating: 7, count: 300_000)
    let packed = Compression.gzip(content)
    #expect(packed.count < 1_000)
    #expect(try inflate(packed, limit: 300_000) == content)
  }

  @Test func pythonsBytesAreRead() throws {
    // gzip.compress(b"rectifier", mtime=0) of Python 3.11.
    let packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2B, 0x4A, 0x4D, 0x2E, 0xC9,
      0x4C, 0xCB, 0x4C, 0x2D, 0x02, 0x00, 0x33, 0x8A, 0x52, 0xE1, 0x09, 0x00, 0x00, 0x00,
    ]
    #expect(try inflate(packed, limit: 9) == Array("rectifier".utf8))
  }

  @Test func membersAreOneContent() throws {
    let packed =
      Compression.gzip([1, 2, 3]) + Compression.gzip([]) + Compression.gzip([4]) as [UInt8]
    #expect(try inflate(packed, limit: 4) == [1, 2, 3, 4])
    #expect(throws: GzipError.exceedsLimit(path: "x.gz", limit: 3)) {
      try inflate(packed, limit: 3)
    }
  }

  @Test(arguments: [0, 1, 10, content.count - 1])
  func oneByteMoreThanTheLimitIsAnError(limit: Int) throws {
    let packed = Compression.gzip(Self.content)
    #expect(throws: GzipError.exceedsLimit(path: "x.gz", limit: limit)) {
      try inflate(packed, limit: limit)
    }
  }

  @Test func anEmptyContentFitsTheLimitZero() throws {
    #expect(try inflate(Compression.gzip([]), limit: 0).isEmpty)
  }

  @Test func everyTruncationIsAnErrorThatNamesTheEnd() throws {
    let packed = Compression.gzip(Self.content)
    for count in 0..<packed.count {
      #expect(throws: GzipError.truncated(path: "x.gz", offset: count)) {
        try inflate(Array(packed[..<count]), limit: 10_000)
      }
    }
  }

  @Test func everyFlippedBitIsAnErrorOrHarmless() throws {
    let packed = Compression.gzip(Self.content)
    for index in packed.indices {
      for bit in 0..<8 {
        var damaged = packed
        damaged[index] ^= 1 << UInt8(bit)
        guard let content = try? inflate(damaged, limit: Self.content.count) else { continue }
        // Time and system in the header, and the padding after the last code, mean nothing.
        #expect((3..<10).contains(index) || index == packed.count - 9, "byte \(index)")
        #expect(content == Self.content, "byte \(index) bit \(bit)")
      }
    }
  }

  @Test(arguments: [[0], [0x1F], [0x1F, 0], [0, 0, 0, 0]] as [[UInt8]])
  func trailingBytesAreAnError(trailing: [UInt8]) throws {
    let packed = Compression.gzip([1, 2, 3])
    let expected = GzipError.trailingBytes(
      path: "x.gz", offset: packed.count, count: trailing.count)
    #expect(throws: expected) { try inflate(packed + trailing, limit: 3) }
  }

  @Test func aDamagedChecksumSaysSo() throws {
    var packed = Compression.gzip([1, 2, 3])
    packed[packed.count - 8] ^= 1
    let error = #expect(throws: GzipError.self) { try inflate(packed, limit: 3) }
    #expect(
      error?.description
        == "inflating 'x.gz': damaged at or before byte \(packed.count - 4) "
        + "of the compressed file (incorrect data check); get the file again")
  }

  @Test func thePrefixNeedsNoMoreThanItsBytes() throws {
    let packed = Compression.gzip(Self.content)
    let half = Array(packed[..<(packed.count / 2)])
    try half.withUnsafeBytes { bytes in
      let prefix = try Gzip.inflatePrefix(bytes, path: "x.gz", count: 16)
      #expect(prefix == Array(Self.content.prefix(16)))
    }
    try packed.withUnsafeBytes { bytes in
      let prefix = try Gzip.inflatePrefix(bytes, path: "x.gz", count: 100_000)
      #expect(prefix == Self.content)
    }
  }

  @Test func aReaderGoesOnWhereItStopped() throws {
    let packed = Compression.gzip(Self.content)
    try packed.withUnsafeBytes { bytes in
      let reader = GzipReader(bytes, path: "x.gz")
      let first = try reader.read(upTo: 5)
      #expect(first == Array(Self.content[..<5]))
      let rest = try reader.readToEnd(limit: Self.content.count - 5)
      #expect(rest == Array(Self.content[5...]))
    }
  }

  @Test func checksumsAreThoseOfTheStandard() {
    let digits = Array("123456789".utf8)
    digits.withUnsafeBytes { bytes in
      #expect(Gzip.crc32(bytes) == 0xCBF4_3926)
      let first = Gzip.crc32(UnsafeRawBufferPointer(rebasing: bytes[..<4]))
      let rest = UnsafeRawBufferPointer(rebasing: bytes[4...])
      #expect(Gzip.crc32(rest, continuing: first) == 0xCBF4_3926)
    }
    #expect(Gzip.crc32(UnsafeRawBufferPointer(start: nil, count: 0)) == 0)
  }

  @Test func theMagicIsTwoBytes() {
    for bytes in [[], [0x1F], [0, 0], [0x1F, 0]] as [[UInt8]] {
      #expect(!bytes.withUnsafeBytes { Gzip.isGzip($0) })
    }
    #expect(([0x1F, 0x8B] as [UInt8]).withUnsafeBytes { Gzip.isGzip($0) })
  }
}
