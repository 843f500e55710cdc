// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Turns the samples of a PNG's row into grey or red, green and blue, laid over white where they
/// are transparent.
struct PNGColors {
  private let color: PNGHeader.Color
  private let depth: Int
  private let transparentColor: [UInt8]
  /// What a sample of grey or palette stands for, `channels` bytes each.
  private let table: [UInt8]

  /// How many different samples of grey or palette mean something.
  var count: Int { table.count / color.channels }

  init(header: PNGHeader, content: PNGContent) {
    color = header.color
    depth = header.depth
    transparentColor = content.transparentColor
    switch header.color {
    case .palette:
      table = content.palette.indices.map { index in
        let entry = index / 3
        let alpha = entry < content.paletteAlpha.count ? content.paletteAlpha[entry] : 255
        return Self.overWhite(content.palette[index], alpha: alpha)
      }
    case .grey:
      let largest = (1 << header.depth) - 1
      table = (0...largest).map { sample in
        content.transparentColor == [UInt8(sample)] ? 255 : UInt8(sample * 255 / largest)
      }
    default: table = []
    }
  }

  /// Writes the pixels of a row, given with its filter's number before it.
  ///
  /// - Returns: The first column whose sample is beyond the palette, nil where all is well.
  func expand(_ row: [UInt8], into pixels: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    switch color {
    case .grey:
      for column in pixels.indices { pixels[column] = table[Int(sample(column, of: row))] }
    case .palette:
      for column in 0..<(pixels.count / 3) {
        let entry = 3 * Int(sample(column, of: row))
        guard entry < table.count else { return column }
        for channel in 0..<3 { pixels[3 * column + channel] = table[entry + channel] }
      }
    case .rgb:
      for index in pixels.indices { pixels[index] = row[index + 1] }
      if !transparentColor.isEmpty { whiten(pixels) }
    case .greyAlpha, .rgba:
      let channels = color.channels
      for index in pixels.indices {
        let start = 1 + index / channels * (channels + 1)
        pixels[index] = Self.overWhite(row[start + index % channels], alpha: row[start + channels])
      }
    }
    return nil
  }

  /// One sample of a row of grey or palette; the first lies in the highest bits of its byte.
  func sample(_ column: Int, of row: [UInt8]) -> UInt8 {
    let bit = column * depth
    return row[1 + bit / 8] >> UInt8(8 - depth - bit % 8) & UInt8((1 << depth) - 1)
  }

  private func whiten(_ pixels: UnsafeMutableBufferPointer<UInt8>) {
    for start in stride(from: 0, to: pixels.count, by: 3)
    where pixels[start..<(start + 3)].elementsEqual(transparentColor) {
      for channel in 0..<3 { pixels[start + channel] = 255 }
    }
  }

  /// The value seen where a colour of that opacity lies on white, rounded.
  private static func overWhite(_ value: UInt8, alpha: UInt8) -> UInt8 {
    let (value, alpha) = (Int(value), Int(alpha))
    return UInt8((value * alpha + 255 * (255 - alpha) + 127) / 255)
  }
}
