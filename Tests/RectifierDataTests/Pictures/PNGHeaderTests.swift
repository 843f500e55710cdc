// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import Testing

@testable import RectifierData

@Suite struct PNGHeaderTests {
  private func decode(_ header: [UInt8]) throws(PictureError) -> Picture {
    var file = PNGBytes.grey
    file.header = header
    return try file.decode()
  }

  /// Where width, height, depth, colour and the three methods stand in the file.
  private static let start = PNGHeader.signature.count + 8

  @Test func onlyTheStandardsPairsAreRead() throws {
    let depths: [UInt8: [UInt8]] = [0: [1, 2, 4, 8], 2: [8], 3: [1, 2, 4, 8], 4: [8], 6: [8]]
    for color in UInt8(0)...8 {
      for depth in UInt8(0)...17 {
        let header = PNGBytes.header(height: 1, width: 1, depth: depth, color: color)
        let file = PNGBytes.file([("IHDR", header)])
        let accepted = file.withUnsafeBytes { bytes in
          (try? PNGHeader(bytes, path: "x.png")) != nil
        }
        #expect(accepted == (depths[color]?.contains(depth) ?? false), "\(depth) of \(color)")
      }
    }
    #expect(
      throws: PictureError.malformed(
        path: "x.png", offset: Self.start + 8, expected: "8 bits a sample", found: "4")
    ) { try decode(PNGBytes.header(height: 2, width: 3, depth: 4, color: 2)) }
    #expect(
      throws: PictureError.malformed(
        path: "x.png", offset: Self.start + 9, expected: "a colour type (0, 2, 3, 4 or 6)",
        found: "1")
    ) { try decode(PNGBytes.header(height: 2, width: 3, color: 1)) }
  }

  @Test(arguments: [0, 2, 4, 6] as [UInt8])
  func sixteenBitsAreRefusedWithARemedy(color: UInt8) {
    let error = #expect(throws: PictureError.self) {
      try decode(PNGBytes.header(height: 2, width: 3, depth: 16, color: color))
    }
    #expect(
      error?.description
        == "reading picture 'x.png': at byte 24: expected a plain picture of 8 bits a channel, "
        + "found 16 bits; save it with 8 bits a channel, as with: convert in.png -depth 8 out.png")
  }

  @Test func interlacingIsRefusedWithARemedy() {
    #expect(
      throws: PictureError.unsupported(
        path: "x.png", offset: Self.start + 12, found: "an interlaced one",
        remedy: "save it without interlacing")
    ) { try decode(PNGBytes.header(height: 2, width: 3, methods: [0, 0, 1])) }
  }

  @Test(arguments: [
    ([1, 0, 0], "compression method 0", "1"), ([0, 255, 0], "filter method 0", "255"),
    ([0, 0, 2], "interlace method 0 or 1", "2"),
  ])
  func unknownMethodsAreErrors(methods: [UInt8], expected: String, found: String) {
    #expect(
      throws: PictureError.malformed(
        path: "x.png", offset: Self.start + 10 + methods.firstIndex { $0 != 0 }!,
        expected: expected, found: found)
    ) { try decode(PNGBytes.header(height: 2, width: 3, methods: methods)) }
  }

  @Test(arguments: [(0, 3), (2, 0), (0, 0)])
  func aSideOfZeroIsAnError(height: Int, width: Int) {
    #expect(
      throws: PictureError.malformed(
        path: "x.png", offset: Self.start, expected: "a height and a width from 1 on",
        found: "\(height)×\(width)")
    ) { try decode(PNGBytes.header(height: height, width: width)) }
  }

  @Test(arguments: [
    (1, 16_385), (16_385, 1), (16_384, 16_384), (8_193, 8_192), (0x7FFF_FFFF, 0x7FFF_FFFF),
    (0xFFFF_FFFF, 1), (0x8000_0000, 0x8000_0000),
  ])
  func aHugeClaimIsRefusedBeforeAnythingIsHeld(height: Int, width: Int) {
    #expect(
      throws: PictureError.tooLarge(
        path: "x.png", offset: Self.start, height: height, width: width)
    ) { try decode(PNGBytes.header(height: height, width: width)) }
  }

  @Test func theHeaderIsTheFirstChunkOf13Bytes() {
    let (header, rest) = (PNGBytes.grey.header, PNGBytes.grey.chunks + [PNGBytes.end])
    for data in [[], header.dropLast(), header + [0]] as [[UInt8]] {
      #expect(
        throws: PictureError.malformed(
          path: "x.png", offset: 8, expected: "chunk IHDR of 13 bytes",
          found: "IHDR of \(data.count)")
      ) { try PNGBytes.decode(PNGBytes.file([("IHDR", data)] + rest)) }
    }
    #expect(
      throws: PictureError.malformed(
        path: "x.png", offset: 8, expected: "chunk IHDR of 13 bytes", found: "IDAT of 19")
    ) { try PNGBytes.decode(PNGBytes.file([("IDAT", [UInt8](repeating: 0, count: 19))] + rest)) }
    #expect(throws: PictureError.self) {
      try PNGBytes.decode(PNGBytes.file([("tEXt", []), ("IHDR", header)] + rest))
    }
  }
}
