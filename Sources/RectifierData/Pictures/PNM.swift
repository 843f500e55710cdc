// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Portable greymaps and pixmaps: P5 and P6 with bytes, P2 and P3 with numbers as text.
///
/// The largest value may be any from 1 to 255 and is scaled to 255. Comments run from `#` to the
/// end of the line, in the header and between numbers. A blank follows each number, the last one
/// too, so that no number that was cut short passes for another. There is one picture a file.
package enum PNM {
  /// Whether the bytes open as one of the family does, also one that is not read here.
  static func isPNM(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 3 && bytes[0] == UInt8(ascii: "P") && (0x31...0x37).contains(bytes[1])
      && (PNMText.isSpace(bytes[2]) || bytes[2] == UInt8(ascii: "#"))
  }

  /// The extent that the header states.
  static func size(
    of bytes: UnsafeRawBufferPointer, path: String
  ) throws(PictureError) -> PictureSize {
    try PNMHeader(bytes, path: path).size
  }

  /// Reads a whole file.
  package static func decode(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(PictureError) -> Picture {
    let header = try PNMHeader(bytes, path: path)
    let values = try header.isPlain ? plain(header, bytes, path) : binary(header, bytes, path)
    return Picture(size: header.size, channels: header.channels, bytes: values)
  }

  private static func binary(
    _ header: PNMHeader, _ bytes: UnsafeRawBufferPointer, _ path: String
  ) throws(PictureError) -> [UInt8] {
    let found = bytes.count - header.end
    if found < header.valueCount {
      throw .truncated(
        path: path, offset: bytes.count,
        part: "its pixels (\(found) of \(header.valueCount) bytes)")
    }
    if found > header.valueCount {
      throw .malformed(
        path: path, offset: header.end + header.valueCount,
        expected: "the end of the file after \(header.valueCount) bytes of pixels",
        found: "\(found - header.valueCount) more bytes")
    }
    if header.largest == 255 { return Array(bytes[header.end...]) }
    var values: [UInt8] = []
    values.reserveCapacity(header.valueCount)
    for offset in header.end..<bytes.count {
      values.append(try header.scaled(Int(bytes[offset]), path: path, offset: offset))
    }
    return values
  }

  private static func plain(
    _ header: PNMHeader, _ bytes: UnsafeRawBufferPointer, _ path: String
  ) throws(PictureError) -> [UInt8] {
    // A value takes at least a digit and a blank.
    guard (bytes.count - header.end) / 2 >= header.valueCount else {
      throw .truncated(
        path: path, offset: bytes.count, part: "its \(header.valueCount) numbers")
    }
    var values: [UInt8] = []
    values.reserveCapacity(header.valueCount)
    // The blank after the header parts it from the first number too.
    var text = PNMText(bytes, path: path, offset: header.end - 1)
    for _ in 0..<header.valueCount {
      let (value, offset) = try text.number("a value from 0 to \(header.largest)")
      values.append(try header.scaled(value, path: path, offset: offset))
    }
    if text.offset == bytes.count {
      throw .truncated(
        path: path, offset: bytes.count, part: "its last number, which no blank ends")
    }
    text.skipSpace()
    guard text.offset == bytes.count else {
      throw .malformed(
        path: path, offset: text.offset,
        expected: "the end of the file after \(header.valueCount) numbers",
        found: "\(bytes.count - text.offset) more bytes")
    }
    return values
  }
}

/// What stands before the pixels of a portable greymap or pixmap.
struct PNMHeader: Equatable {
  let size: PictureSize
  let channels: Int
  /// Whether values are written as text.
  let isPlain: Bool
  /// The value that stands for white.
  let largest: Int
  /// Where the pixels begin.
  let end: Int

  var valueCount: Int { size.area * channels }

  init(_ bytes: UnsafeRawBufferPointer, path: String) throws(PictureError) {
    switch bytes.count > 1 ? bytes[1] : 0 {
    case UInt8(ascii: "2"), UInt8(ascii: "5"): channels = 1
    case UInt8(ascii: "3"), UInt8(ascii: "6"): channels = 3
    default:
      throw .unsupported(
        path: path, offset: 0, found: "\(String(decoding: bytes.prefix(2), as: UTF8.self))",
        remedy: "save it as PNG, or as PGM (P5) or PPM (P6)")
    }
    isPlain = bytes[1] < UInt8(ascii: "5")
    var text = PNMText(bytes, path: path, offset: 2)
    let (width, start) = try text.number("a width")
    let (height, _) = try text.number("a height")
    size = try PictureSize.checked(height: height, width: width, path: path, offset: start)
    let (largest, offset) = try text.number("the largest value")
    guard (1...255).contains(largest) else {
      if (256...65_535).contains(largest) {
        throw .unsupported(
          path: path, offset: offset, found: "values up to \(largest)",
          remedy: "save it with 8 bits a channel, as with: convert in.pgm -depth 8 out.pgm")
      }
      throw .malformed(
        path: path, offset: offset, expected: "a largest value from 1 to 255", found: "\(largest)")
    }
    self.largest = largest
    // A single blank parts the header from bytes, whatever they are.
    guard text.offset < bytes.count, PNMText.isSpace(bytes[text.offset]) else {
      if text.offset == bytes.count {
        throw .truncated(path: path, offset: bytes.count, part: "its header")
      }
      throw .malformed(
        path: path, offset: text.offset, expected: "a blank after the largest value",
        found: "byte \(bytes[text.offset])")
    }
    end = text.offset + 1
  }

  /// A stored value as a byte; ties round up.
  func scaled(_ value: Int, path: String, offset: Int) throws(PictureError) -> UInt8 {
    guard value <= largest else {
      throw .malformed(
        path: path, offset: offset, expected: "a value from 0 to \(largest)", found: "\(value)")
    }
    return UInt8((value * 255 + largest / 2) / largest)
  }
}
