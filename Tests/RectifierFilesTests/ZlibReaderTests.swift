// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierFiles

@Suite struct ZlibReaderTests {
  private static let content = GzipTests.content
  private static let packed = Zlib.deflate(content)

  /// Inflates exactly `count` bytes and checks that nothing follows them.
  static func inflate(
    _ bytes: [UInt8], count: Int, pieces: [Range<Int>]? = nil, step: Int = .max
  ) throws -> [UInt8] {
    try bytes.withUnsafeBytes { bytes in
      let reader = ZlibReader(bytes, pieces: pieces ?? [0..<bytes.count], path: "x.png")
      var content = [UInt8](repeating: 0, count: count)
      var filled = 0
      while filled < count {
        let end = min(count, filled + min(step, count))
        let written = try content.withUnsafeMutableBytes {
          try reader.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled..<end]))
        }
        filled += written
        if written == 0 { break }
      }
      try reader.finish()
      return Array(content[..<filled])
    }
  }

  // zlib.compress(b"rectifier", level) and zlib.compress(b"") of Python 3.11, and 300 times "a" by
  // zlib.compressobj(9, zlib.DEFLATED, 9), whose window is 512 bytes.
  @Test func pythonsBytesAreRead() throws {
    let word = Array("rectifier".utf8)
    let stored: [UInt8] = [0x78, 0x01, 0x01, 0x09, 0x00, 0xF6, 0xFF] + word
    let packed: [UInt8] = [0x2B, 0x4A, 0x4D, 0x2E, 0xC9, 0x4C, 0xCB, 0x4C, 0x2D, 0x02, 0x00]
    let checksum: [UInt8] = [0x12, 0xBC, 0x03, 0xBE]
    #expect(try Self.inflate(stored + checksum, count: 9) == word)
    #expect(try Self.inflate([0x78, 0x9C] + packed + checksum, count: 9) == word)
    #expect(try Self.inflate([0x78, 0xDA] + packed + checksum, count: 9) == word)
    #expect(try Self.inflate([0x78, 0x9C, 3, 0, 0, 0, 0, 1], count: 0).isEmpty)
    let narrow: [UInt8] = [
      0x18, 0xD3, 0x4B, 0x4C, 0x1C, 0x05, 0xC4, 0x02, 0x00, 0xD8, 0xA8, 0x71, 0xAD,
    ]
    #expect(try Self.inflate(narrow, count: 300) == [UInt8](repeating: 0x61, count: 300))
  }

  @Test(arguments: [1, 2, 7, 4_096])
  func anyStepGivesTheSame(step: Int) throws {
    let content = try Self.inflate(Self.packed, count: Self.content.count, step: step)
    #expect(content == Self.content)
  }

  @Test func piecesAreOneStream() throws {
    // Every byte of the stream between two others, with empty pieces before, between and after.
    let spread = Self.packed.flatMap { [0xEE, $0, 0xEE] as [UInt8] }
    let pieces = Self.packed.indices.flatMap { index -> [Range<Int>] in
      [3 * index..<3 * index, (3 * index + 1)..<(3 * index + 2)]
    }
    let content = try Self.inflate(
      spread, count: Self.content.count, pieces: pieces + [0..<0], step: 5)
    #expect(content == Self.content)
  }

  @Test func everyTruncationIsAnError() throws {
    for count in 0..<Self.packed.count {
      #expect(throws: ZlibError.truncated(path: "x.png", offset: count)) {
        try Self.inflate(Array(Self.packed[..<count]), count: Self.content.count)
      }
    }
    #expect(throws: ZlibError.truncated(path: "x.png", offset: 0)) {
      try Self.inflate([], count: 1, pieces: [])
    }
  }

  @Test func everyFlippedBitIsAnErrorOrHarmless() throws {
    for index in Self.packed.indices {
      for bit in 0..<8 {
        var damaged = Self.packed
        damaged[index] ^= 1 << UInt8(bit)
        guard let content = try? Self.inflate(damaged, count: Self.content.count) else { continue }
        // Only the padding after the last code means nothing.
        #expect(index == Self.packed.count - 5, "byte \(index) bit \(bit)")
        #expect(content == Self.content, "byte \(index) bit \(bit)")
      }
    }
  }

  @Test func aWrongChecksumSaysSo() throws {
    var damaged = Self.packed
    damaged[damaged.count - 1] ^= 1
    let error = ZlibError.damaged(
      path: "x.png", offset: damaged.count, reason: "incorrect data check")
    #expect(throws: error) { try Self.inflate(damaged, count: Self.content.count) }
  }

  @Test(arguments: [
    ([0x78, 0x9D], "incorrect header check"), ([0x79, 0x94], "unknown compression method"),
    ([0x88, 0x1C], "invalid window size"), ([0x78, 0x9C, 0x07], "invalid block type"),
    // A dictionary that both sides would have to know.
    ([0x78, 0xF9, 0x04, 0x35, 0x01, 0xAF, 0x2B, 0x02], "zlib status 2"),
  ])
  func whatIsNotDeflateIsDamage(bytes: [UInt8], reason: String) throws {
    let error = #expect(throws: ZlibError.self) {
      try Self.inflate(bytes + [UInt8](repeating: 0, count: 20), count: 10)
    }
    guard case .damaged(_, _, let found) = error else { throw try #require(error) }
    #expect(found.contains(reason))
  }

  @Test(arguments: [[0], [0x78, 0x9C, 3, 0, 0, 0, 0, 1]] as [[UInt8]])
  func trailingBytesAreAnError(trailing: [UInt8]) throws {
    let end = Self.packed.count
    let expected = ZlibError.trailingBytes(path: "x.png", offset: end, count: trailing.count)
    #expect(throws: expected) {
      try Self.inflate(Self.packed + trailing, count: Self.content.count)
    }
    // Also where they are in pieces of their own.
    let pieces = [0..<end] + trailing.indices.map { (end + $0)..<(end + $0 + 1) }
    #expect(throws: expected) {
      try Self.inflate(Self.packed + trailing, count: Self.content.count, pieces: pieces)
    }
  }

  @Test(arguments: [0, 1, 10, content.count - 1])
  func moreThanThereIsRoomForIsAnError(count: Int) throws {
    #expect(throws: ZlibError.exceedsLimit(path: "x.png", limit: count)) {
      try Self.inflate(Self.packed, count: count)
    }
  }

  @Test func aContentThatEndsEarlyGivesWhatThereIs() throws {
    #expect(try Self.inflate(Self.packed, count: Self.content.count + 9) == Self.content)
  }
}
