// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Blurs regions of 25 % of all pictures.
///
///     blurred = the picture convolved with a Gaussian, divided by its maximum
///     ink = (ink + mask · blurred) / (mask + 1)
///
/// The Gaussian exp(−(x/σ)²) has σ = 2 + 6cU(0, 1) and a window of 12 + 20cU(0, 1) pixels. The mask
/// is the sum of such windows, 1 in their middle, around 3 + ⌊10cU(0, 1)⌋ random pixels.
///
/// *Source:* the ranges are those of the authors' code; the mixing is ours.
enum LocalSmoothing {
  static let probability: Float = 0.25

  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage, mask: GlyphImage
  ) {
    guard stream.happens(probability) else { return }
    let window = SmoothingWindow(
      sigma: 2 + 6 * complexity * stream.uniform(),
      width: 12 + 20 * complexity * stream.uniform())
    let centerCount = 3 + Int(10 * complexity * stream.uniform())
    window.blur(image, into: mask.scratch)
    mask.clear()
    for _ in 0..<centerCount {
      window.add(to: mask, around: Int(stream.nextWord()) & (GlyphImage.count - 1))
    }
    let maximum = GlyphImage.maximum(of: mask.scratch)
    guard maximum > 0 else { return }
    for index in 0..<GlyphImage.count {
      let weight = mask.pixels[index]
      let blurred = mask.scratch[index] / maximum
      image.pixels[index] = (image.pixels[index] + weight * blurred) / (weight + 1)
    }
  }
}

/// A square Gaussian window, the product of its weights along each axis.
struct SmoothingWindow {
  let weights: [Float]
  private var radius: Int { weights.count / 2 }

  init(sigma: Float, width: Float) {
    weights = GaussianKernel.weights(sigma: sigma, width: width)
  }

  /// The picture convolved with the window; there is no ink outside.
  func blur(_ image: GlyphImage, into blurred: UnsafeMutablePointer<Float>) {
    let side = GlyphImage.side
    image.scratch.update(repeating: 0, count: GlyphImage.count)
    blurred.update(repeating: 0, count: GlyphImage.count)
    weights.withUnsafeBufferPointer { weights in
      for row in 0..<side {
        for other in max(0, row - radius)...min(side - 1, row + radius) {
          let weight = weights[other - row + radius]
          let (target, source) = (image.scratch + row * side, image.pixels + other * side)
          for column in 0..<side { target[column] += weight * source[column] }
        }
      }
      for row in 0..<side {
        let (target, source) = (blurred + row * side, image.scratch + row * side)
        for column in 0..<side {
          let weight = weights.baseAddress! + (radius - column)
          var sum: Float = 0
          for other in max(0, column - radius)...min(side - 1, column + radius) {
            sum += weight[other] * source[other]
          }
          target[column] = sum
        }
      }
    }
  }

  /// Adds the window, scaled to 1 in its middle.
  func add(to mask: GlyphImage, around index: Int) {
    let side = GlyphImage.side
    let (centerRow, centerColumn) = (index / side, index % side)
    let peak = weights[radius] * weights[radius]
    for row in max(0, centerRow - radius)...min(side - 1, centerRow + radius) {
      let rowWeight = weights[row - centerRow + radius] / peak
      for column in max(0, centerColumn - radius)...min(side - 1, centerColumn + radius) {
        mask.pixels[row * side + column] += rowWeight * weights[column - centerColumn + radius]
      }
    }
  }
}
