// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct PNGChunkTests {
  private func chunk(_ bytes: [UInt8]) throws(PictureError) -> PNGChunk {
    try bytes.withUnsafeBufferPointer { (buffer) throws(PictureError) in
      try PNGChunk(at: 0, of: UnsafeRawBufferPointer(buffer), path: "x.png")
    }
  }

  @Test func aChunkIsLengthLettersDataChecksum() throws {
    // The end of every PNG, with the checksum that the standard's own example has.
    let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    #expect(PNG.chunk("IEND", []) == end)
    #expect(try chunk(end).type == "IEND")
    let text = try chunk(PNG.chunk("tEXt", [1, 2, 3]) + [0])
    #expect((text.type, text.data, text.end) == ("tEXt", 8..<11, 15))
    #expect(!text.isCritical)
    #expect(try chunk(end).isCritical)
  }

  /// In each chunk in turn, the checksum itself.
  @Test func aWrongChecksumNamesItsChunk() throws {
    let chunks = [("IHDR", PNGBytes.palette.header)] + PNGBytes.palette.chunks + [PNGBytes.end]
    var end = PNGHeader.signature.count
    for (type, data) in chunks {
      let start = end
      end += 12 + data.count
      var file = PNGBytes.palette.bytes
      file[end - 1] ^= 1
      #expect(throws: PictureError.wrongChecksum(path: "x.png", offset: start, chunk: type)) {
        try PNGBytes.decode(file)
      }
    }
    #expect(end == PNGBytes.palette.bytes.count)
  }

  @Test func lettersAreLetters() {
    for type in ["ID T", "IDA1", "I@AT", "ID[T", "id`t"] {
      #expect(throws: PictureError.self, "\(type)") { try chunk(PNG.chunk(type, [])) }
    }
  }

  @Test func aLengthBeyondTheFileCostsNothing() {
    let head = Array("IDAT".utf8)
    #expect(
      throws: PictureError.malformed(
        path: "x.png", offset: 0, expected: "a chunk of at most 2147483647 bytes",
        found: "4294967295")
    ) { try chunk([255, 255, 255, 255] + head + [0, 0, 0, 0]) }
    #expect(
      throws: PictureError.truncated(
        path: "x.png", offset: 12, part: "chunk IDAT of 2147483647 bytes")
    ) { try chunk([127, 255, 255, 255] + head + [0, 0, 0, 0]) }
    #expect(
      throws: PictureError.truncated(path: "x.png", offset: 12, part: "chunk IDAT of 1 bytes")
    ) { try chunk([0, 0, 0, 1] + head + [0, 0, 0, 0]) }
  }
}
