// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import Testing

@testable import RectifierData

/// Which chunks there may be, in which order, and what transparency they give.
@Suite struct PNGContentTests {
  private typealias Chunk = PNGBytes.Chunk

  private static let header: Chunk = ("IHDR", PNGBytes.grey.header)
  private static let data: Chunk = ("IDAT", PNGBytes.grey.packed)
  private static let colors: Chunk = ("PLTE", [1, 2, 3, 4, 5, 6])

  /// A single pixel of a colour type, with chunks before its data.
  private static func pixel(_ color: UInt8, _ samples: [UInt8], _ before: Chunk...) -> PNGBytes {
    PNGBytes(height: 1, width: 1, color: color, rows: [0] + samples, before: before)
  }

  private func expectRefusal(
    _ chunks: [Chunk], _ expected: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let error = #expect(throws: PictureError.self, sourceLocation: location) {
      try PNGBytes.decode(PNGBytes.file(chunks))
    }
    guard case .malformed(_, _, let found, _) = error else { throw try #require(error) }
    #expect(found == expected, sourceLocation: location)
  }

  @Test func chunksThatAreMissingRepeatedOrOutOfPlace() throws {
    let (header, data, end) = (Self.header, Self.data, PNGBytes.end)
    try expectRefusal([header, end], "chunk IDAT before chunk IEND")
    try expectRefusal([header, header, data, end], "a single chunk IHDR")
    try expectRefusal([header, data, header, end], "a single chunk IHDR")
    try expectRefusal([header, data, ("IEND", [0])], "chunk IEND without data")
    try expectRefusal([header, data, end, end], "the end of the file after chunk IEND")
    try expectRefusal([data, header, end], "chunk IHDR of 13 bytes")
    #expect(
      throws: PictureError.truncated(
        path: "x.png", offset: PNGBytes.file([header, data]).count,
        part: "a picture without its last chunk")
    ) { try PNGBytes.decode(PNGBytes.file([header, data])) }
  }

  @Test func dataLieInOneRow() throws {
    let (packed, end) = (PNGBytes.grey.packed, PNGBytes.end)
    let (first, rest) = (Array(packed[..<5]), Array(packed[5...]))
    let whole = try PNGBytes.grey.decode()
    let parts: [Chunk] = [
      ("IDAT", []), ("IDAT", first), ("IDAT", []), ("IDAT", rest), ("IDAT", []),
    ]
    #expect(try PNGBytes.decode(PNGBytes.file([Self.header] + parts + [end])) == whole)
    try expectRefusal(
      [Self.header, ("IDAT", first), ("tEXt", []), ("IDAT", rest), end],
      "all chunks IDAT one after another")
    let bytes = packed.map { ("IDAT", [$0]) as Chunk }
    #expect(try PNGBytes.decode(PNGBytes.file([Self.header] + bytes + [end])) == whole)
  }

  @Test(arguments: [[0], [10], [0x89, 0x50]] as [[UInt8]])
  func trailingBytesAreAnError(trailing: [UInt8]) {
    let file = PNGBytes.grey.bytes
    #expect(
      throws: PictureError.malformed(
        path: "x.png", offset: file.count, expected: "the end of the file after chunk IEND",
        found: "\(trailing.count) more bytes")
    ) { try PNGBytes.decode(file + trailing) }
  }

  @Test func unknownChunksAreSkippedUnlessCritical() throws {
    var file = PNGBytes.grey
    let whole = try file.decode()
    file.chunks = [("gAMA", [1])] + file.chunks + [("zZzZ", [1, 2, 3])]
    #expect(try file.decode() == whole)
    file.chunks.append(("ZZZZ", []))
    let error = #expect(throws: PictureError.self) { try file.decode() }
    guard case .unsupported(_, _, let found, let remedy) = error else {
      throw try #require(error)
    }
    #expect(found == "the unknown critical chunk ZZZZ")
    #expect(remedy == "save it as a plain PNG")
  }

  @Test func palettesOutOfPlace() throws {
    let (data, end) = (Self.data, PNGBytes.end)
    let palette: Chunk = ("IHDR", PNGBytes.header(height: 2, width: 3, color: 3))
    let once = "a single chunk PLTE, before chunks tRNS and IDAT"
    try expectRefusal([palette, data, end], "chunk PLTE before chunk IDAT")
    try expectRefusal([palette, Self.colors, Self.colors, data, end], once)
    try expectRefusal([Self.header, Self.colors, data, end], "no palette in a grey picture")
    let color: Chunk = ("IHDR", PNGBytes.header(height: 2, width: 3, color: 2))
    try expectRefusal([color, data, Self.colors, end], once)
    try expectRefusal([color, ("tRNS", [0, 0, 0, 0, 0, 0]), Self.colors, data, end], once)
    // With colours of their own, a palette is only a suggestion.
    let rgb = Self.pixel(2, [7, 8, 9], Self.colors)
    #expect(try rgb.decode().bytes == [7, 8, 9])
  }

  @Test(arguments: [(8, 0), (8, 2), (8, 4), (8, 771), (1, 9), (2, 15), (4, 51)])
  func palettesOfImpossibleSizes(depth: UInt8, byteCount: Int) throws {
    let header = PNGBytes.header(height: 2, width: 3, depth: depth, color: 3)
    let palette: Chunk = ("PLTE", [UInt8](repeating: 0, count: byteCount))
    try expectRefusal(
      [("IHDR", header), palette, Self.data, PNGBytes.end],
      "three bytes for each of 1 to \(1 << depth) colours")
  }

  @Test func transparencyOutOfPlace() throws {
    let (data, end) = (Self.data, PNGBytes.end)
    let grey: Chunk = ("tRNS", [0, 10])
    let once = "a single chunk tRNS, before chunk IDAT"
    try expectRefusal([Self.header, grey, grey, data, end], once)
    try expectRefusal([Self.header, data, grey, end], once)
    try expectRefusal([Self.header, ("tRNS", [10]), data, end], "2 bytes")
    let color: Chunk = ("IHDR", PNGBytes.header(height: 2, width: 3, color: 2))
    try expectRefusal([color, grey, data, end], "6 bytes")
    for type: UInt8 in [4, 6] {
      let alpha: Chunk = ("IHDR", PNGBytes.header(height: 2, width: 3, color: type))
      try expectRefusal(
        [alpha, grey, data, end], "no chunk tRNS where pixels have an opacity")
    }
    let palette: Chunk = ("IHDR", PNGBytes.header(height: 2, width: 3, color: 3))
    let fitting = "chunk PLTE, then at most one byte for each colour"
    try expectRefusal([palette, ("tRNS", [1]), Self.colors, data, end], fitting)
    try expectRefusal([palette, Self.colors, ("tRNS", [1, 2, 3]), data, end], fitting)
    try expectRefusal([palette, Self.colors, ("tRNS", []), data, end], fitting)
  }

  @Test func whatIsTransparentIsWhite() throws {
    #expect(try Self.pixel(0, [10], ("tRNS", [0, 10])).decode().bytes == [255])
    #expect(try Self.pixel(0, [11], ("tRNS", [0, 10])).decode().bytes == [11])
    let color: Chunk = ("tRNS", [0, 1, 0, 2, 0, 3])
    #expect(try Self.pixel(2, [1, 2, 3], color).decode().bytes == [255, 255, 255])
    #expect(try Self.pixel(2, [1, 2, 4], color).decode().bytes == [1, 2, 4])
    #expect(try Self.pixel(2, [3, 1, 2], color).decode().bytes == [3, 1, 2])
    // (v · a + 255 · (255 − a)) / 255, to the nearest.
    #expect(try Self.pixel(4, [100, 0]).decode().bytes == [255])
    #expect(try Self.pixel(4, [100, 128]).decode().bytes == [177])
    #expect(try Self.pixel(6, [0, 100, 255, 51]).decode().bytes == [204, 224, 255])
    #expect(try Self.pixel(6, [0, 100, 254, 255]).decode().bytes == [0, 100, 254])
    // Entries of a palette beyond the chunk are opaque.
    let half = PNGBytes.palette
    #expect(
      try half.decode().bytes == [
        1, 2, 3, 255, 255, 255, 162, 167, 172,
        255, 0, 5, 162, 167, 172, 255, 255, 255,
      ])
  }

  @Test func narrowGreysAreScaledToBytes() throws {
    for (depth, rows, expected): (UInt8, [UInt8], [UInt8]) in [
      (1, [0b0110_0000], [0, 255, 255]), (2, [0b00_01_10_11], [0, 85, 170]),
      (4, [0x0F, 0x80], [0, 255, 136]),
    ] {
      let file = PNGBytes(height: 1, width: 3, depth: depth, rows: [0] + rows)
      #expect(try file.decode().bytes == expected, "\(depth) bits")
    }
    let clear = PNGBytes(
      height: 1, width: 3, depth: 2, rows: [0, 0b00_01_10_11], before: [("tRNS", [0, 1])])
    #expect(try clear.decode().bytes == [0, 255, 170])
  }
}
