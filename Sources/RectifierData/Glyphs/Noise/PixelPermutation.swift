// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Swaps pixels with one of their four neighbours.
///
/// Of all pictures 20 % are touched: ⌊256c/3⌋ pixels in each of the four directions, drawn one after
/// another from all; a neighbour outside the picture leaves its pixel alone. No ink is lost.
///
/// *Source:* Bengio et al. (2011), "Pixel permutation"; the authors' code.
enum PixelPermutation {
  static let probability: Float = 0.2

  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage
  ) {
    guard stream.happens(probability) else { return }
    for (down, right) in [(0, -1), (0, 1), (-1, 0), (1, 0)] {
      for _ in 0..<Int(256 * complexity / 3) {
        let index = Int(stream.nextWord()) & (GlyphImage.count - 1)
        swap(index, down: down, right: right, in: image)
      }
    }
  }

  private static func swap(_ index: Int, down: Int, right: Int, in image: GlyphImage) {
    let side = GlyphImage.side
    let (row, column) = (index / side + down, index % side + right)
    guard row >= 0, row < side, column >= 0, column < side else { return }
    let other = row * side + column
    let ink = image.pixels[index]
    image.pixels[index] = image.pixels[other]
    image.pixels[other] = ink
  }
}
