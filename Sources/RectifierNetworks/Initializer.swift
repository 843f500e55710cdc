// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// How weights are drawn; biases begin at zero.
public enum Initializer: String, CaseIterable, Codable, Sendable {
  /// w ~ U(−r, r) with r = √(6 / (inputs + outputs)), for every layer.
  ///
  /// *Source:* Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural
  /// networks" (2010).
  case glorotUniform = "glorot-uniform"

  /// Weights of a layer in `[outputs × inputs]` order.
  func weights(inputCount: Int, outputCount: Int, from stream: inout RandomStream) -> [Float] {
    switch self {
    case .glorotUniform:
      let radius = (6 / Float(inputCount + outputCount)).squareRoot()
      return (0..<inputCount * outputCount).map { _ in (2 * stream.uniform() - 1) * radius }
    }
  }
}
