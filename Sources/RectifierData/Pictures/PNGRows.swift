// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Inflates the rows of a PNG one by one, undoes their filters, and makes pixels of them.
struct PNGRows {
  private let header: PNGHeader
  private let path: String
  private let reader: ZlibReader
  private let colors: PNGColors
  /// The compressed bytes there are.
  private let compressedByteCount: Int
  /// Where the first of them lies.
  private let start: Int

  init(
    _ bytes: UnsafeRawBufferPointer, header: PNGHeader, content: PNGContent, path: String
  ) {
    self.header = header
    self.path = path
    reader = ZlibReader(bytes, pieces: content.pieces, path: path)
    colors = PNGColors(header: header, content: content)
    compressedByteCount = content.pieces.reduce(0) { $0 + $1.count }
    start = content.pieces.first?.lowerBound ?? 0
  }

  /// Deflate turns at most this many bytes into one.
  private static let largestRatio = 1_032

  /// All pixels.
  func picture() throws(PictureError) -> Picture {
    let (size, rowByteCount) = (header.size, header.rowByteCount)
    // A small file cannot make a large claim cost memory.
    let needed = size.height * (rowByteCount + 1)
    guard needed / Self.largestRatio <= compressedByteCount else {
      throw .malformed(
        path: path, offset: start, expected: "compressed pixels of \(size)",
        found: "\(compressedByteCount) bytes, too few for that")
    }
    var failure: PictureError?
    let count = size.area * header.color.channels
    let pixels = [UInt8](unsafeUninitializedCapacity: count) { pixels, initialized in
      do throws(PictureError) {
        try read(into: pixels)
        initialized = count
      } catch { failure = error }
    }
    if let failure { throw failure }
    return Picture(size: size, channels: header.color.channels, bytes: pixels)
  }

  private func read(into pixels: UnsafeMutableBufferPointer<UInt8>) throws(PictureError) {
    // Each row is preceded by the number of its filter.
    var previous = [UInt8](repeating: 0, count: header.rowByteCount + 1)
    var current = previous
    let outputCount = header.size.width * header.color.channels
    for row in 0..<header.size.height {
      try inflate(row, into: &current)
      guard PNGFilter.undo(&current, previous: previous, distance: header.filterDistance) else {
        throw .malformed(
          path: path, offset: reader.offset, expected: "a filter from 0 to 4 for row \(row)",
          found: "\(current[0])")
      }
      let target = UnsafeMutableBufferPointer(
        rebasing: pixels[(row * outputCount)..<((row + 1) * outputCount)])
      if let column = colors.expand(current, into: target) {
        throw .paletteIndex(
          path: path, offset: reader.offset, row: row, column: column,
          found: Int(colors.sample(column, of: current)), colorCount: colors.count)
      }
      swap(&previous, &current)
    }
    do throws(ZlibError) { try reader.finish() } catch { throw .zlib(error) }
  }

  private func inflate(_ row: Int, into bytes: inout [UInt8]) throws(PictureError) {
    let expected = bytes.count
    let count = try bytes.withUnsafeMutableBufferPointer { (target) throws(PictureError) in
      do throws(ZlibError) {
        return try reader.read(into: UnsafeMutableRawBufferPointer(target))
      } catch { throw .zlib(error) }
    }
    guard count == expected else {
      throw .malformed(
        path: path, offset: reader.offset,
        expected: "\(expected) bytes of pixels for row \(row) of \(header.size.height)",
        found: "\(count)")
    }
  }
}

/// The five filters of PNG: a byte is stored as the difference from a guess.
private enum PNGFilter {
  /// Turns a filtered row into its bytes in place; false for an unknown filter.
  ///
  /// - Parameters:
  ///   - row: The filter's number, then the bytes.
  ///   - previous: The row above, already without its filter.
  ///   - distance: How far back the byte to the left is.
  static func undo(_ row: inout [UInt8], previous: [UInt8], distance: Int) -> Bool {
    let first = distance + 1
    switch row[0] {
    case 0: break
    case 1:
      for index in row.indices.dropFirst(first) { row[index] &+= row[index - distance] }
    case 2:
      for index in row.indices.dropFirst() { row[index] &+= previous[index] }
    case 3:
      for index in row.indices.dropFirst() {
        let left = index < first ? 0 : Int(row[index - distance])
        row[index] &+= UInt8((left + Int(previous[index])) / 2)
      }
    case 4:
      for index in row.indices.dropFirst() {
        let left = index < first ? 0 : row[index - distance]
        let upperLeft = index < first ? 0 : previous[index - distance]
        row[index] &+= nearest(left, previous[index], upperLeft)
      }
    default: return false
    }
    return true
  }

  /// Paeth's choice: of left, above and upper left the one nearest to left + above − upper left,
  /// the first of equals.
  private static func nearest(_ left: UInt8, _ above: UInt8, _ upperLeft: UInt8) -> UInt8 {
    let guess = Int(left) + Int(above) - Int(upperLeft)
    let distances = (
      abs(guess - Int(left)), abs(guess - Int(above)), abs(guess - Int(upperLeft))
    )
    if distances.0 <= distances.1, distances.0 <= distances.2 { return left }
    return distances.1 <= distances.2 ? above : upperLeft
  }
}
