// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import Testing

@testable import RectifierData

/// The compressed pixels: filters, and data that do not fit the header. The pixels themselves are
/// compared with other programs' in `PNGTests`.
@Suite struct PNGRowsTests {
  private static let (start, packed) = (PNGHeader.end + 8, PNGBytes.grey.packed)

  private func grey(_ rows: [UInt8]) -> PNGBytes { PNGBytes(height: 2, width: 3, rows: rows) }

  /// The standard's formulas by hand, on rows of one byte a pixel.
  @Test(
    arguments: [
      (0, [7, 8, 9]), (1, [7, 15, 24]), (2, [17, 28, 39]), (3, [12, 24, 36]), (4, [17, 28, 39]),
    ] as [(UInt8, [UInt8])])
  func filtersAddTheirGuess(filter: UInt8, second: [UInt8]) throws {
    let picture = try grey([0, 10, 20, 30, filter, 7, 8, 9]).decode()
    #expect(picture.bytes == [10, 20, 30] + second)
  }

  @Test func theFirstRowHasZerosAbove() throws {
    for (filter, expected): (UInt8, [UInt8]) in [
      (2, [200, 100, 50]), (1, [200, 44, 94]), (3, [200, 200, 150]), (4, [200, 44, 94]),
    ] {
      let file = PNGBytes(height: 1, width: 3, rows: [filter, 200, 100, 50])
      #expect(try file.decode().bytes == expected, "filter \(filter)")
    }
  }

  @Test(arguments: [5, 6, 128, 255] as [UInt8])
  func unknownFiltersAreErrors(filter: UInt8) throws {
    for (row, rows) in [[filter, 1, 2, 3, 0, 4, 5, 6], [0, 1, 2, 3, filter, 4, 5, 6]].enumerated() {
      let error = #expect(throws: PictureError.self) { try grey(rows).decode() }
      guard case .malformed(_, _, let expected, let found) = error else {
        throw try #require(error)
      }
      #expect(expected == "a filter from 0 to 4 for row \(row)")
      #expect(found == "\(filter)")
    }
  }

  @Test func aColourBeyondThePaletteIsAnError() throws {
    let colors: PNGBytes.Chunk = ("PLTE", [1, 2, 3, 4, 5, 6])
    for (depth, rows, found): (UInt8, [UInt8], Int) in [
      (8, [0, 0, 1, 2], 2), (8, [0, 1, 1, 255], 255), (4, [0, 0x01, 0xF0], 15),
      (2, [0, 0b00_01_11_00], 3),
    ] {
      let file = PNGBytes(
        height: 1, width: 3, depth: depth, color: 3, rows: rows, before: [colors])
      let error = #expect(throws: PictureError.self) { try file.decode() }
      guard case .paletteIndex(_, _, 0, 2, found, 2) = error else { throw try #require(error) }
    }
    // What fills up the last byte of a row is no pixel.
    let padded = PNGBytes(
      height: 1, width: 3, depth: 2, color: 3, rows: [0, 0b00_01_00_11], before: [colors])
    #expect(try padded.decode().bytes == [1, 2, 3, 4, 5, 6, 1, 2, 3])
  }

  @Test func tooFewPixelsAreAnError() throws {
    for count in 0..<8 {
      let rows = [UInt8]([0, 1, 2, 3, 0, 4, 5, 6].prefix(count))
      let error = #expect(throws: PictureError.self) { try grey(rows).decode() }
      guard case .malformed(_, _, let expected, let found) = error else {
        throw try #require(error)
      }
      #expect(expected == "4 bytes of pixels for row \(count / 4) of 2")
      #expect(found == "\(count % 4)")
    }
  }

  @Test func tooManyPixelsAreAnError() {
    for count in [1, 4, 100] {
      let rows = [0, 1, 2, 3, 0, 4, 5, 6] + [UInt8](repeating: 0, count: count)
      #expect(throws: PictureError.zlib(.exceedsLimit(path: "x.png", limit: 4 + 4))) {
        try grey(rows).decode()
      }
    }
  }

  @Test func damagedDataAreAnErrorThoughTheChunkIsRight() throws {
    for index in Self.packed.indices {
      for bit in 0..<8 {
        var file = PNGBytes.grey
        file.chunks[0].data[index] ^= 1 << UInt8(bit)
        guard let picture = try? file.decode() else { continue }
        // Only the padding after the last code means nothing.
        #expect(picture == (try PNGBytes.grey.decode()), "byte \(index) bit \(bit)")
        #expect(index == Self.packed.count - 5, "byte \(index) bit \(bit)")
      }
    }
  }

  @Test func dataThatEndOrGoOnAreErrors() throws {
    for count in Self.packed.indices {
      var file = PNGBytes.grey
      file.chunks[0].data = Array(Self.packed[..<count])
      let error = #expect(throws: PictureError.self) { try file.decode() }
      guard case .zlib(.truncated) = error else { throw try #require(error) }
    }
    var file = PNGBytes.grey
    file.chunks[0].data.append(0)
    #expect(
      throws: PictureError.zlib(
        .trailingBytes(path: "x.png", offset: Self.start + Self.packed.count, count: 1))
    ) { try file.decode() }
  }

  /// Sixteen million pixels inflate from a few thousand bytes; what the header leaves no room for
  /// is never inflated.
  @Test func aBombIsRefusedAtTheHeadersLimit() {
    let bomb = Zlib.deflate([UInt8](repeating: 0, count: 1 << 24), level: 9)
    #expect(bomb.count < 1 << 15)
    let file = PNGBytes.file([
      ("IHDR", PNGBytes.grey.header), ("IDAT", bomb), PNGBytes.end,
    ])
    #expect(throws: PictureError.zlib(.exceedsLimit(path: "x.png", limit: 8))) {
      try PNGBytes.decode(file)
    }
  }

  @Test func aLargeClaimOfASmallFileIsRefusedBeforeItsPixelsAreHeld() throws {
    var file = PNGBytes.grey
    file.header = PNGBytes.header(height: 8_192, width: 8_192)
    #expect(
      throws: PictureError.malformed(
        path: "x.png", offset: Self.start, expected: "compressed pixels of 8192×8192",
        found: "\(Self.packed.count) bytes, too few for that")
    ) { try file.decode() }
    // The most that deflate can do is still read.
    let side = 2_048
    let packed = Zlib.deflate([UInt8](repeating: 0, count: side * (side + 1)), level: 9)
    file.header = PNGBytes.header(height: side, width: side)
    file.chunks[0].data = packed
    #expect(side * (side + 1) / packed.count > 1_000)
    #expect(try file.decode().bytes.allSatisfy { $0 == 0 })
  }
}
