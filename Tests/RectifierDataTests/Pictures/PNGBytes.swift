// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

@testable import RectifierData

/// Makes PNG files from parts, right and wrong: chunks whose length and checksum are right,
/// whatever is in them.
struct PNGBytes {
  typealias Chunk = (type: String, data: [UInt8])

  var header: [UInt8]
  /// What lies between IHDR and IEND.
  var chunks: [Chunk]

  static let end: Chunk = ("IEND", [])

  /// A picture of these rows, each with its filter's number before it.
  init(
    height: Int, width: Int, depth: UInt8 = 8, color: UInt8 = 0, rows: [UInt8],
    before: [Chunk] = []
  ) {
    header = Self.header(height: height, width: width, depth: depth, color: color)
    chunks = before + [("IDAT", Zlib.deflate(rows))]
  }

  static func header(
    height: Int, width: Int, depth: UInt8 = 8, color: UInt8 = 0, methods: [UInt8] = [0, 0, 0]
  ) -> [UInt8] {
    number32(width) + number32(height) + [depth, color] + methods
  }

  /// Two rows of three greys.
  static let grey = PNGBytes(height: 2, width: 3, rows: [0, 10, 20, 30, 0, 40, 50, 60])

  /// Two rows of three colours out of four, 2 bits each, and a grey of full transparency.
  static let palette = PNGBytes(
    height: 2, width: 3, depth: 2, color: 3, rows: [0, 0b00_01_10_00, 0, 0b11_10_01_00],
    before: [
      ("PLTE", [1, 2, 3, 40, 50, 60, 70, 80, 90, 255, 0, 5]), ("tRNS", [255, 0, 128]),
    ])

  /// The compressed pixels.
  var packed: [UInt8] { chunks.filter { $0.type == "IDAT" }.flatMap(\.data) }

  /// The whole file.
  var bytes: [UInt8] { Self.file([("IHDR", header)] + chunks + [Self.end]) }

  /// A signature and these chunks alone.
  static func file(_ chunks: [Chunk]) -> [UInt8] {
    PNGHeader.signature + chunks.flatMap { PNG.chunk($0.type, $0.data) }
  }

  static func number32(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  static func decode(_ bytes: [UInt8]) throws(PictureError) -> Picture {
    try bytes.withUnsafeBufferPointer { (buffer) throws(PictureError) in
      try PNG.decode(UnsafeRawBufferPointer(buffer), path: "x.png")
    }
  }

  func decode() throws(PictureError) -> Picture { try Self.decode(bytes) }
}
