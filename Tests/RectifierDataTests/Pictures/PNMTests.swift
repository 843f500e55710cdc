// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct PNMTests {
  private func decode(_ text: String, _ pixels: [UInt8] = []) throws(PictureError) -> Picture {
    let bytes = Array(text.utf8) + pixels
    return try bytes.withUnsafeBufferPointer { (buffer) throws(PictureError) in
      try PNM.decode(UnsafeRawBufferPointer(buffer), path: "x.pnm")
    }
  }

  private func expectMalformed(
    _ text: String, _ pixels: [UInt8] = [], at offset: Int, _ expected: String, _ found: String,
    location: SourceLocation = #_sourceLocation
  ) {
    let error = PictureError.malformed(
      path: "x.pnm", offset: offset, expected: expected, found: found)
    #expect(throws: error, sourceLocation: location) { try decode(text, pixels) }
  }

  @Test func binaryAndPlainAreTheSamePixels() throws {
    let grey = Picture(
      size: try #require(PictureSize(height: 2, width: 3)), channels: 1,
      bytes: [0, 10, 35, 32, 200, 255])
    #expect(try decode("P5\n3 2\n255\n", [0, 10, 35, 32, 200, 255]) == grey)
    #expect(try decode("P2\n3 2\n255\n0 10 35\n32 200 255\n") == grey)
    #expect(try decode("P2 3 2 255 0 10 35 32 200 255\n") == grey)
    let color = Picture(
      size: try #require(PictureSize(height: 1, width: 2)), channels: 3,
      bytes: [1, 2, 3, 4, 5, 6])
    #expect(try decode("P6 2 1 255 ", [1, 2, 3, 4, 5, 6]) == color)
    #expect(try decode("P3\r\n2\t1\u{0B}255\u{0C}001 02 3 4 5 6\n") == color)
  }

  @Test func commentsRunToTheEndOfTheirLine() throws {
    let expected: [UInt8] = [7, 8]
    #expect(try decode("P5#one\n# two 9 9\n2#\n 1 # 3\r255\n", expected).bytes == expected)
    #expect(try decode("P2 2 1 255 # 1 2\n7 # 3\n8 # 4").bytes == expected)
    // After the largest value a binary picture has one blank and then its pixels.
    #expect(try decode("P5 2 1 255 ", [0x23, 0x0A]).bytes == [0x23, 0x0A])
    #expect(try decode("P5 2 1 255\n", [0x20, 0x0A]).bytes == [0x20, 0x0A])
  }

  @Test func otherLargestValuesAreScaledTo255() throws {
    #expect(try decode("P2 4 1 15 0 1 8 15\n").bytes == [0, 17, 136, 255])
    #expect(try decode("P5 4 1 3 ", [0, 1, 2, 3]).bytes == [0, 85, 170, 255])
    // To the nearest, ties up: 255 / 2, 255 · 99 / 100.
    #expect(try decode("P2 3 1 2 0 1 2\n").bytes == [0, 128, 255])
    #expect(try decode("P6 1 1 100 ", [99, 50, 1]).bytes == [252, 128, 3])
    #expect(try decode("P2 2 1 1 0 1\n").bytes == [0, 255])
    #expect(try decode("P2 2 1 254 253 254\n").bytes == [254, 255])
  }

  @Test func aValueAboveTheLargestIsAnError() {
    expectMalformed("P5 2 1 15 ", [15, 16], at: 11, "a value from 0 to 15", "16")
    expectMalformed("P2 2 1 15 3 16", at: 12, "a value from 0 to 15", "16")
    expectMalformed("P2 1 1 255 256", at: 11, "a value from 0 to 255", "256")
  }

  @Test func headersThatAreNone() {
    expectMalformed("P5 x 1 255 ", [0], at: 3, "a width", "byte 120")
    expectMalformed("P5 -1 1 255 ", [0], at: 3, "a width", "byte 45")
    expectMalformed("P55 1 255 ", [0], at: 2, "a width", "byte 53")
    expectMalformed("P5 1x1 255 ", [0], at: 4, "a height", "byte 120")
    expectMalformed("P5 1 1 1.5 ", [0], at: 8, "a blank after the largest value", "byte 46")
    expectMalformed("P5 0 1 255 ", [0], at: 3, "a height and a width from 1 on", "1×0")
    expectMalformed("P5 1 0 255 ", [0], at: 3, "a height and a width from 1 on", "0×1")
    expectMalformed("P5 1 1 0 ", [0], at: 7, "a largest value from 1 to 255", "0")
    expectMalformed("P5 1 1 65536 ", [0], at: 7, "a largest value from 1 to 255", "65536")
    expectMalformed("P2 2 1 255 1, 2", at: 12, "a value from 0 to 255", "byte 44")
  }

  @Test func whatIsNotReadIsRefusedWithARemedy() throws {
    for text in ["P1 1 1 0", "P4 1 1 0", "P7\nWIDTH 1", "P", ""] {
      let error = #expect(throws: PictureError.self) { try decode(text) }
      guard case .unsupported(_, 0, _, let remedy) = error else { throw try #require(error) }
      #expect(remedy == "save it as PNG, or as PGM (P5) or PPM (P6)")
    }
    for largest in [256, 65_535] {
      let error = #expect(throws: PictureError.self) { try decode("P5 1 1 \(largest) ", [0, 0]) }
      guard case .unsupported(_, 7, let found, _) = error else { throw try #require(error) }
      #expect(found == "values up to \(largest)")
    }
  }

  @Test func aHugeClaimIsRefusedBeforeAnythingIsHeld() {
    for text in ["99999 99999", "16385 1", "9999999999999999999999 1"] {
      let error = #expect(throws: PictureError.self) { try decode("P5 \(text) 255 ", [0]) }
      guard case .tooLarge(_, 3, _, _) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
    #expect(
      throws: PictureError.truncated(
        path: "x.pnm", offset: 18, part: "its pixels (1 of 67108864 bytes)")
    ) { try decode("P5 8192 8192 255 \u{1}") }
    #expect(
      throws: PictureError.truncated(
        path: "x.pnm", offset: 18, part: "its 201326592 numbers")
    ) { try decode("P3 8192 8192 255 1") }
  }

  @Test func everyTruncationIsAnError() throws {
    let binary = Array("P6\n# a\n2 1\n255\n".utf8) + [1, 2, 3, 4, 5, 6]
    for count in 2..<binary.count {
      let error = #expect(throws: PictureError.self, "\(count) bytes") {
        try decode("", Array(binary[..<count]))
      }
      guard case .truncated(_, count, _) = error else {
        Issue.record("\(count) bytes: \(String(describing: error))")
        continue
      }
    }
    let plain = Array("P2\n2 2\n255\n10 20 30 40\n".utf8)
    for count in 2..<plain.count {
      let error = #expect(throws: PictureError.self, "\(count) bytes") {
        try decode("", Array(plain[..<count]))
      }
      guard case .truncated(_, count, _) = error else {
        Issue.record("\(count) bytes: \(String(describing: error))")
        continue
      }
    }
    #expect(
      throws: PictureError.truncated(
        path: "x.pnm", offset: 15, part: "its last number, which no blank ends")
    ) { try decode("P2 2 1 255 7 80") }
  }

  @Test func trailingBytesAreAnError() {
    expectMalformed(
      "P5 2 1 255 ", [1, 2, 10], at: 13, "the end of the file after 2 bytes of pixels",
      "1 more bytes")
    expectMalformed(
      "P2 2 1 255 1 2 3\n", at: 15, "the end of the file after 2 numbers", "2 more bytes")
    expectMalformed(
      "P2 2 1 255 1 2\nP2", at: 15, "the end of the file after 2 numbers", "2 more bytes")
  }

  @Test func theFamilyIsKnownByItsFirstBytes() {
    for text in ["P5 ", "P2\n", "P6#", "P1 1", "P7\n"] {
      #expect(Array(text.utf8).withUnsafeBytes { PNM.isPNM($0) }, "\(text)")
    }
    for text in ["", "P", "P5", "P8 ", "P0 ", "p5 ", "P51", "PK\u{3}"] {
      #expect(!Array(text.utf8).withUnsafeBytes { PNM.isPNM($0) }, "\(text)")
    }
  }

  @Test func theSizeNeedsTheHeaderAlone() throws {
    let size = try Array("P6 4 3 255 ".utf8).withUnsafeBytes { bytes in
      try PNM.size(of: bytes, path: "x.pnm")
    }
    #expect(size == PictureSize(height: 3, width: 4))
  }
}
