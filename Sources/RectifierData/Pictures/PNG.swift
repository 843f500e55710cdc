// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Portable Network Graphics (ISO/IEC 15948): 8 bits a channel, not interlaced; grey and palettes
/// also with 1, 2 and 4 bits.
package enum PNG {
  /// Whether the bytes open as a PNG does.
  static func isPNG(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: PNGHeader.signature)
  }

  /// The extent that the header states.
  static func size(
    of bytes: UnsafeRawBufferPointer, path: String
  ) throws(PictureError) -> PictureSize {
    try PNGHeader(bytes, path: path).size
  }

  /// Reads a whole file; what is transparent is laid over white.
  ///
  /// Every chunk's checksum and place is checked, and the pixels have to inflate to exactly their
  /// number. Colour profiles and gamma are left alone.
  package static func decode(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(PictureError) -> Picture {
    let header = try PNGHeader(bytes, path: path)
    let content = try PNGContent(bytes, header: header, path: path)
    return try PNGRows(bytes, header: header, content: content, path: path).picture()
  }

  /// A file of 8 bits a channel, unfiltered.
  ///
  /// - Precondition: `channels` is 1 or 3, there are `height · width · channels` pixels, and sides
  ///   and area are within what ``PictureSize`` allows.
  package static func encode(
    pixels: [UInt8], height: Int, width: Int, channels: Int
  ) -> [UInt8] {
    guard let size = PictureSize(height: height, width: width), channels == 1 || channels == 3,
      pixels.count == size.area * channels
    else {
      fatalError("PNG: \(pixels.count) bytes for \(height)×\(width) pixels of \(channels) channels")
    }
    var rows: [UInt8] = []
    rows.reserveCapacity(pixels.count + height)
    for start in stride(from: 0, to: pixels.count, by: width * channels) {
      rows.append(0)
      rows.append(contentsOf: pixels[start..<(start + width * channels)])
    }
    let color: PNGHeader.Color = channels == 1 ? .grey : .rgb
    let header = number32(width) + number32(height) + [8, color.rawValue, 0, 0, 0]
    return PNGHeader.signature + chunk("IHDR", header) + chunk("IDAT", Zlib.deflate(rows))
      + chunk("IEND", [])
  }

  /// The bytes of one chunk.
  package static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let covered = Array(type.utf8) + data
    let checksum = covered.withUnsafeBytes { Gzip.crc32($0) }
    return number32(data.count) + covered + number32(Int(checksum))
  }

  private static func number32(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
