// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// What is done to the outputs of hidden layers before they are passed on.
///
/// Draw d takes everything from a seed of its own, the seed's derived "robustness" of number d: the units
/// of a layer from its stream "silenced" of that layer, so that those of a smaller fraction are among
/// those of a larger one, and the noise of a row from the seed derived from that, "noise" of the layer,
/// and its stream "row" of the row's number.
enum Disturbance {
  /// Fraction of the units of each layer.
  case silencing(fraction: Double)
  /// σ, and what it is in units of, for each hidden layer.
  case noise(level: Double, rootMeanSquares: [Double])

  /// The fraction, or σ.
  var level: Double {
    switch self {
    case .silencing(let fraction): fraction
    case .noise(let level, _): level
    }
  }

  /// The disturbance of a layer in one draw.
  func drawn(layer: Int, width: Int, seed: Seed) -> DrawnDisturbance {
    switch self {
    case .silencing(let fraction):
      guard 0...1 ~= fraction else { fatalError("silencing: a fraction of \(fraction)") }
      var stream = seed.stream("silenced", epoch: layer)
      var units = Array(0..<width)
      stream.shuffle(&units)
      return .silenced(Array(units.prefix(Int((fraction * Double(width)).rounded()))))
    case .noise(let level, let rootMeanSquares):
      return .noisy(
        deviation: Float(level * rootMeanSquares[layer]), seed.derived("noise", number: layer))
    }
  }
}
