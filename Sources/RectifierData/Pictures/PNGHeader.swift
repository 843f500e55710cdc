// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The first chunk of a PNG, accepted: its extent, and how a pixel is stored.
struct PNGHeader: Equatable {
  /// What a pixel consists of; the values are those of the file.
  enum Color: UInt8 {
    case grey = 0
    case rgb = 2
    case palette = 3
    case greyAlpha = 4
    case rgba = 6

    /// Samples a pixel.
    var sampleCount: Int {
      switch self {
      case .grey, .palette: 1
      case .greyAlpha: 2
      case .rgb: 3
      case .rgba: 4
      }
    }

    /// Channels of the picture that comes of it.
    var channels: Int { self == .grey || self == .greyAlpha ? 1 : 3 }

    /// Whether a pixel carries its own opacity.
    var hasAlpha: Bool { self == .greyAlpha || self == .rgba }

    /// How many bits a sample may have, of those that are read here.
    var depths: [Int] { self == .grey || self == .palette ? [1, 2, 4, 8] : [8] }
  }

  let size: PictureSize
  let color: Color
  /// Bits a sample.
  let depth: Int

  /// What every PNG begins with.
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Where the chunk after the header begins.
  static let end = signature.count + 12 + 13

  /// Bytes that one row of pixels takes.
  var rowByteCount: Int { (size.width * color.sampleCount * depth + 7) / 8 }

  /// How far back a filter finds the byte of the pixel to the left.
  var filterDistance: Int { max(1, color.sampleCount * depth / 8) }

  /// Reads signature and header, and refuses what is not read here before anything is allocated.
  init(_ bytes: UnsafeRawBufferPointer, path: String) throws(PictureError) {
    let found = Array(bytes.prefix(Self.signature.count))
    guard found == Self.signature else {
      throw .unknownFormat(path: path, found: found)
    }
    let chunk = try PNGChunk(at: found.count, of: bytes, path: path)
    guard chunk.type == "IHDR", chunk.data.count == 13 else {
      throw .malformed(
        path: path, offset: chunk.offset, expected: "chunk IHDR of 13 bytes",
        found: "\(chunk.type) of \(chunk.data.count)")
    }
    let start = chunk.data.lowerBound
    size = try PictureSize.checked(
      height: Int(bytes.number32(at: start + 4)), width: Int(bytes.number32(at: start)),
      path: path, offset: start)
    guard let color = Color(rawValue: bytes[start + 9]) else {
      throw .malformed(
        path: path, offset: start + 9, expected: "a colour type (0, 2, 3, 4 or 6)",
        found: "\(bytes[start + 9])")
    }
    self.color = color
    depth = Int(bytes[start + 8])
    try Self.checkDepth(depth, of: color, path: path, offset: start + 8)
    for (place, name) in [(start + 10, "compression"), (start + 11, "filter")]
    where bytes[place] != 0 {
      throw .malformed(
        path: path, offset: place, expected: "\(name) method 0", found: "\(bytes[place])")
    }
    switch bytes[start + 12] {
    case 0: break
    case 1:
      throw .unsupported(
        path: path, offset: start + 12, found: "an interlaced one",
        remedy: "save it without interlacing")
    default:
      throw .malformed(
        path: path, offset: start + 12, expected: "interlace method 0 or 1",
        found: "\(bytes[start + 12])")
    }
  }

  private static func checkDepth(
    _ depth: Int, of color: Color, path: String, offset: Int
  ) throws(PictureError) {
    if color.depths.contains(depth) { return }
    if depth == 16, color != .palette {
      throw .unsupported(
        path: path, offset: offset, found: "16 bits",
        remedy: "save it with 8 bits a channel, as with: convert in.png -depth 8 out.png")
    }
    throw .malformed(
      path: path, offset: offset,
      expected: "\(color.depths.map(\.description).joined(separator: ", ")) bits a sample",
      found: "\(depth)")
  }
}

extension PictureSize {
  /// A size that a file claims, refused where no picture may have it.
  static func checked(
    height: Int, width: Int, path: String, offset: Int
  ) throws(PictureError) -> PictureSize {
    if height < 1 || width < 1 {
      throw .malformed(
        path: path, offset: offset, expected: "a height and a width from 1 on",
        found: "\(height)×\(width)")
    }
    guard let size = PictureSize(height: height, width: width) else {
      throw .tooLarge(path: path, offset: offset, height: height, width: width)
    }
    return size
  }
}
