// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierFiles

@Suite struct ZlibTests {
  @Test(arguments: [0, 1, 6, 9] as [Int32])
  func roundTrip(level: Int32) throws {
    for content in [[], [7], GzipTests.content, [UInt8](repeating: 3, count: 300_000)] {
      let packed = Zlib.deflate(content, level: level)
      #expect(try ZlibReaderTests.inflate(packed, count: content.count) == content)
    }
  }

  @Test func theHeaderAndTheChecksumAreThoseOfTheForm() {
    // 0x78: deflate with a window of 32 KiB; the pair is a multiple of 31. Adler-32 of "rectifier".
    let packed = Zlib.deflate(Array("rectifier".utf8))
    #expect(packed[0] == 0x78)
    #expect((Int(packed[0]) << 8 | Int(packed[1])) % 31 == 0)
    #expect(packed.suffix(4) == [0x12, 0xBC, 0x03, 0xBE])
    #expect(Zlib.deflate([], as: .gzip).starts(with: [0x1F, 0x8B]))
  }

  @Test func levelsTradeBytes() {
    let sizes = [0, 1, 9].map { Zlib.deflate(GzipTests.content, level: $0).count }
    #expect(sizes[0] > GzipTests.content.count)
    #expect(sizes[1] < sizes[0])
    #expect(sizes[2] <= sizes[1])
  }

  @Test func messagesNameTheFileAndWhatToDo() {
    let errors: [(ZlibError, String)] = [
      (.damaged(path: "a b", offset: 9, reason: "why"), "at or before byte 9 (why)"),
      (.truncated(path: "a b", offset: 9), "end before byte 9"),
      (.exceedsLimit(path: "a b", limit: 9), "expected at most 9 bytes, found more"),
      (.trailingBytes(path: "a b", offset: 9, count: 2), "at byte 9, found 2 more bytes"),
    ]
    for (error, text) in errors {
      #expect(error.description.hasPrefix("inflating 'a b': "))
      #expect(error.description.contains(text))
      #expect(error.description.hasSuffix("get the file again"))
      #expect(!error.description.contains { $0.isNewline })
    }
  }
}
