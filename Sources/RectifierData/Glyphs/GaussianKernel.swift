// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Weights of a blur along one axis.
enum GaussianKernel {
  /// Weights in proportion to exp(−(x/σ)²), an odd number of them that add up to 1.
  ///
  /// - Parameter width: The window in pixels; half of it, rounded down, lies on each side.
  static func weights(sigma: Float, width: Float) -> [Float] {
    let radius = Int(width / 2)
    let weights = (-radius...radius).map { offset in
      let distance = Float(offset) / sigma
      return Elementary.exp(-(distance * distance))
    }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}
