// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// Numbers of an image's pixels as PNG files.
enum PictureDrawing {
  /// The longest side of a picture; larger ones are made smaller.
  static let largestSide = 96

  /// Whether rows of that shape can be drawn.
  static func isDrawable(_ shape: ImageShape) -> Bool {
    (shape.channels == 1 || shape.channels == 3) && PictureSize(shape) != nil
  }

  /// Pixels as they are stored.
  ///
  /// - Precondition: The shape is drawable.
  static func png(ofPixels bytes: [UInt8], shape: ImageShape) -> [UInt8] {
    png(bytes, shape: shape, channels: shape.channels)
  }

  /// Weights of the pixels, divided by the largest magnitude among them: of grey images blue below 0,
  /// orange above, white at 0; of coloured ones around a middle grey.
  ///
  /// - Precondition: The shape is drawable, and has a pixel value a weight.
  static func png(ofWeights weights: [Float], shape: ImageShape) -> [UInt8] {
    let largest = weights.reduce(0) { max($0, abs($1)) }
    let shares = weights.map { largest > 0 ? $0 / largest : 0 }
    if shape.channels == 3 {
      return png(shares.map { UInt8(127.5 + 127.5 * $0) }, shape: shape, channels: 3)
    }
    return png(shares.flatMap(color), shape: shape, channels: 3)
  }

  private static let zero: [Float] = [250, 250, 250]
  private static let below: [Float] = [0, 94, 150]
  private static let above: [Float] = [204, 80, 0]

  private static func color(_ share: Float) -> [UInt8] {
    let (end, strength) = (share < 0 ? below : above, abs(share))
    return zip(zero, end).map { UInt8(($0 + ($1 - $0) * strength).rounded()) }
  }

  private static func png(_ bytes: [UInt8], shape: ImageShape, channels: Int) -> [UInt8] {
    guard let size = PictureSize(shape) else { fatalError("picture: \(shape)") }
    var picture = Picture(size: size, channels: channels, bytes: bytes)
    let longest = max(size.height, size.width)
    if longest > largestSide,
      let smaller = PictureSize(
        height: max(1, size.height * largestSide / longest),
        width: max(1, size.width * largestSide / longest))
    {
      picture = picture.resized(to: smaller)
    }
    return PNG.encode(
      pixels: picture.bytes, height: picture.size.height, width: picture.size.width,
      channels: picture.channels)
  }
}
