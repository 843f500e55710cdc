// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// The displacement fields of elastic deformation, drawn once from a stream of their own.
///
///     k = c^(1/3), α = 10 k, σ = 10 − 7 k, c the complexity rounded down to tenths
///     displacement = α · (U(−1, 1) noise blurred by a Gaussian of weights ∝ exp(−(x/σ)²))
///
/// The window of the Gaussian is 1.5 σ wide, rounded to a pixel in the middle and whole ones on both
/// sides. Noise goes on outside the picture, so that its border moves as much as its middle.
final class ElasticFields: Sendable {
  static let countPerTenth = 50
  /// Tenths of complexity with fields of their own; larger complexities take the last.
  static let lastTenth = 7
  static let shared = ElasticFields(seed: GlyphRecipe.seed)

  /// For each tenth from 1 and each index: all displacements along x, then all along y.
  private let storage: AlignedBuffer<Float>

  init(seed: Seed) {
    let fieldSize = 2 * GlyphImage.count
    storage = AlignedBuffer(count: Self.lastTenth * Self.countPerTenth * fieldSize)
    for tenth in 1...Self.lastTenth {
      let noise = SmoothNoise(tenth: tenth)
      for index in 0..<Self.countPerTenth {
        let number = (tenth - 1) * Self.countPerTenth + index
        var stream = seed.stream("glyphs elastic", epoch: number)
        let field = storage.pointer + number * fieldSize
        noise.draw(from: &stream, into: field)
        noise.draw(from: &stream, into: field + GlyphImage.count)
      }
    }
  }

  /// Whole tenths of complexity.
  static func tenth(of complexity: Float) -> Int { min(Int(10 * complexity), lastTenth) }

  /// 2 × 1024 displacements in pixels, along x and then along y.
  func field(tenth: Int, index: Int) -> UnsafePointer<Float> {
    let number = (tenth - 1) * Self.countPerTenth + index
    return UnsafePointer(storage.pointer + number * 2 * GlyphImage.count)
  }
}

/// Blurred noise of one strength and scale.
private struct SmoothNoise {
  let strength: Float
  let weights: [Float]

  init(tenth: Int) {
    let k = Elementary.pow(Float(tenth) / 10, 1 / 3)
    strength = 10 * k
    weights = GaussianKernel.weights(sigma: 10 - 7 * k, width: 1.5 * (10 - 7 * k))
  }

  func draw(from stream: inout RandomStream, into field: UnsafeMutablePointer<Float>) {
    let side = GlyphImage.side
    let wide = side + weights.count - 1
    var rows = [Float](repeating: 0, count: wide * side)
    for row in 0..<wide {
      let noise = (0..<wide).map { _ in stream.symmetric(1) }
      for column in 0..<side {
        var sum: Float = 0
        for (tap, weight) in weights.enumerated() { sum += weight * noise[column + tap] }
        rows[row * side + column] = sum
      }
    }
    for index in 0..<GlyphImage.count {
      var sum: Float = 0
      for (tap, weight) in weights.enumerated() { sum += weight * rows[index + tap * side] }
      field[index] = strength * sum
    }
  }
}
