// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What the chunks of a PNG say beyond the header: colours, transparency, and where the compressed
/// pixels lie.
///
/// All chunks are read in their order, to the last byte of the file. Additional chunks that are not
/// known are skipped once their checksum is right; unknown critical ones are refused.
struct PNGContent {
  /// Red, green and blue of each palette entry, one after another; empty without a palette.
  private(set) var palette: [UInt8] = []
  /// Opacity of the first palette entries.
  private(set) var paletteAlpha: [UInt8] = []
  /// The grey or the red, green and blue that stands for full transparency.
  private(set) var transparentColor: [UInt8] = []
  /// Where the compressed pixels lie in the file.
  private(set) var pieces: [Range<Int>] = []

  private let header: PNGHeader
  private let bytes: UnsafeRawBufferPointer
  private let path: String
  private var hasPalette = false
  private var hasTransparency = false

  init(
    _ bytes: UnsafeRawBufferPointer, header: PNGHeader, path: String
  ) throws(PictureError) {
    self.header = header
    self.bytes = bytes
    self.path = path
    var offset = PNGHeader.end
    var previous = "IHDR"
    while previous != "IEND" {
      let chunk = try PNGChunk(at: offset, of: bytes, path: path)
      try add(chunk, after: previous)
      previous = chunk.type
      offset = chunk.end
    }
    guard offset == bytes.count else {
      throw .malformed(
        path: path, offset: offset, expected: "the end of the file after chunk IEND",
        found: "\(bytes.count - offset) more bytes")
    }
  }

  private mutating func add(_ chunk: PNGChunk, after previous: String) throws(PictureError) {
    switch chunk.type {
    case "PLTE": try setPalette(chunk)
    case "tRNS": try setTransparency(chunk)
    case "IDAT":
      if header.color == .palette, !hasPalette {
        throw refusal(of: chunk, expected: "chunk PLTE before chunk IDAT")
      }
      if !pieces.isEmpty, previous != "IDAT" {
        throw refusal(of: chunk, expected: "all chunks IDAT one after another")
      }
      pieces.append(chunk.data)
    case "IEND":
      if pieces.isEmpty { throw refusal(of: chunk, expected: "chunk IDAT before chunk IEND") }
      if !chunk.data.isEmpty { throw refusal(of: chunk, expected: "chunk IEND without data") }
    case "IHDR": throw refusal(of: chunk, expected: "a single chunk IHDR")
    default:
      guard chunk.isCritical else { return }
      throw .unsupported(
        path: path, offset: chunk.offset, found: "the unknown critical chunk \(chunk.type)",
        remedy: "save it as a plain PNG")
    }
  }

  private mutating func setPalette(_ chunk: PNGChunk) throws(PictureError) {
    guard !hasPalette, !hasTransparency, pieces.isEmpty else {
      throw refusal(of: chunk, expected: "a single chunk PLTE, before chunks tRNS and IDAT")
    }
    guard header.color.channels == 3 else {
      throw refusal(of: chunk, expected: "no palette in a grey picture")
    }
    let largest = header.color == .palette ? 1 << header.depth : 256
    let (count, rest) = chunk.data.count.quotientAndRemainder(dividingBy: 3)
    guard rest == 0, (1...largest).contains(count) else {
      throw refusal(of: chunk, expected: "three bytes for each of 1 to \(largest) colours")
    }
    hasPalette = true
    palette = Array(bytes[chunk.data])
  }

  private mutating func setTransparency(_ chunk: PNGChunk) throws(PictureError) {
    guard !hasTransparency, pieces.isEmpty else {
      throw refusal(of: chunk, expected: "a single chunk tRNS, before chunk IDAT")
    }
    hasTransparency = true
    let data = Array(bytes[chunk.data])
    switch header.color {
    case .palette:
      guard (1...max(1, palette.count / 3)).contains(data.count), hasPalette else {
        throw refusal(of: chunk, expected: "chunk PLTE, then at most one byte for each colour")
      }
      paletteAlpha = data
    case .grey, .rgb:
      guard data.count == 2 * header.color.sampleCount else {
        throw refusal(of: chunk, expected: "\(2 * header.color.sampleCount) bytes")
      }
      // Samples of 16 bits, of which only the low ones count.
      let mask = UInt8((1 << header.depth) - 1)
      transparentColor = stride(from: 1, to: data.count, by: 2).map { data[$0] & mask }
    case .greyAlpha, .rgba:
      throw refusal(of: chunk, expected: "no chunk tRNS where pixels have an opacity")
    }
  }

  private func refusal(of chunk: PNGChunk, expected: String) -> PictureError {
    .malformed(
      path: path, offset: chunk.offset, expected: expected,
      found: "chunk \(chunk.type) of \(chunk.data.count) bytes")
  }
}
