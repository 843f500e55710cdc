// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct LineStreamTests {
  /// Each line with where it begins.
  private func lines(_ bytes: [UInt8]) throws -> [(text: [UInt8], offset: Int)] {
    let stream = try LineStream(ContentSource(bytes: bytes, name: "x"), doing: "reading")
    var lines: [(text: [UInt8], offset: Int)] = []
    while let line = try stream.next() {
      lines.append((Array(line), stream.offset))
      #expect(stream.number == lines.count)
    }
    #expect(try stream.next() == nil)
    return lines
  }

  @Test func linesEndWithLineFeedsAndNothingElse() throws {
    let found = try lines(Array("a\r\n\nb\rc\n\r\nd".utf8))
    #expect(found.map { String(decoding: $0.text, as: UTF8.self) } == ["a", "", "b\rc", "", "d"])
    #expect(found.map(\.offset) == [0, 3, 4, 8, 10])
    #expect(try lines([]).isEmpty)
  }

  /// Lines that lie across the pieces in which content is read, one longer than such a piece.
  @Test(arguments: [false, true])
  func longContentIsReadInPieces(isCompressed: Bool) throws {
    let lengths = [0, 5, 1 << 18, (1 << 18) - 1, 3, 700_000, 1, 262_143, 0, 9]
    let texts = lengths.enumerated().map { index, length in
      [UInt8](repeating: 0x61 + UInt8(index), count: length)
    }
    let bytes = [UInt8](texts.map { $0 + [0x0A] }.joined())
    let found = try lines(isCompressed ? Compression.gzip(bytes) : bytes)
    #expect(found.map(\.text) == texts)
    for (line, text) in zip(found, texts) {
      #expect(Array(bytes[line.offset..<line.offset + text.count]) == text)
    }
  }
}
