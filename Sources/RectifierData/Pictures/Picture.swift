// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Pixels of 8 bits a channel, row by row from the top.
public struct Picture: Equatable, Sendable {
  /// Height and width.
  public let size: PictureSize
  /// Values a pixel: 1 for grey, 3 for red, green and blue.
  public let channels: Int
  /// Pixels from the left, the channels of a pixel together.
  public let bytes: [UInt8]

  /// A picture of these bytes.
  ///
  /// - Precondition: `channels` is 1 or 3; `bytes.count == size.area · channels`.
  public init(size: PictureSize, channels: Int, bytes: [UInt8]) {
    guard channels == 1 || channels == 3, bytes.count == size.area * channels else {
      fatalError("picture: \(bytes.count) bytes for \(size) pixels of \(channels) channels")
    }
    self.size = size
    self.channels = channels
    self.bytes = bytes
  }

  /// Whether red, green and blue are the same in every pixel.
  public var isGrey: Bool {
    if channels == 1 { return true }
    for pixel in stride(from: 0, to: bytes.count, by: 3) {
      let red = bytes[pixel]
      guard bytes[pixel + 1] == red, bytes[pixel + 2] == red else { return false }
    }
    return true
  }

  /// The picture with 1 channel or 3.
  ///
  ///     grey = (19595·red + 38470·green + 7471·blue + 32768) / 65536
  ///
  /// That is the luma of ITU-R BT.601 in 16-bit fractions, rounded; a grey picture stays as it is,
  /// and becomes one of three equal channels.
  ///
  /// - Precondition: `count` is 1 or 3.
  public func converted(toChannels count: Int) -> Picture {
    guard count != channels else { return self }
    var converted: [UInt8] = []
    converted.reserveCapacity(size.area * count)
    if count == 1 {
      for pixel in stride(from: 0, to: bytes.count, by: 3) {
        let (red, green, blue) = (bytes[pixel], bytes[pixel + 1], bytes[pixel + 2])
        let luma = 19_595 * Int(red) + 38_470 * Int(green) + 7_471 * Int(blue) + 32_768
        converted.append(UInt8(luma >> 16))
      }
    } else {
      for value in bytes { converted.append(contentsOf: repeatElement(value, count: 3)) }
    }
    return Picture(size: size, channels: count, bytes: converted)
  }

  /// The negative: every value v becomes 255 − v.
  public func inverted() -> Picture {
    Picture(size: size, channels: channels, bytes: bytes.map { 255 - $0 })
  }
}
