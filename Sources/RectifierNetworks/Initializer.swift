// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// How weights begin; biases begin at zero.
public enum Initializer: Hashable, Sendable {
  /// w ~ U(−r, r) with r = √(6 / (inputs + outputs)), for every layer.
  ///
  /// *Source:* Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural
  /// networks" (2010).
  case glorotUniform
  /// w ~ N(0, 2 / inputs), for every layer: rectifiers, silent half of the time, then keep the
  /// variance of what goes through them.
  ///
  /// *Source:* He, Zhang, Ren and Sun, "Delving deep into rectifiers" (2015), section 2.2.
  case heNormal
  /// w = value: 0 or a finite normal number. With hidden layers all units of a layer then stay
  /// equal; for linear models and experiments.
  case constant(Float)

  /// Weights of a layer in `[outputs × inputs]` order.
  package func weights(
    inputCount: Int, outputCount: Int, from stream: inout RandomStream
  ) -> [Float] {
    let count = inputCount * outputCount
    switch self {
    case .glorotUniform:
      let radius = (6 / Float(inputCount + outputCount)).squareRoot()
      return (0..<count).map { _ in (2 * stream.uniform() - 1) * radius }
    case .heNormal:
      let deviation = (2 / Float(inputCount)).squareRoot()
      return (0..<count).map { _ in stream.normal() * deviation }
    case .constant(let value):
      guard Self.isValid(constant: value) else { fatalError("initializer: constant \(value)") }
      return [Float](repeating: value + 0, count: count)
    }
  }

  /// Whether the kernels can take the number: a denormal one would be 0 to them.
  static func isValid(constant: Float) -> Bool { constant.isZero || constant.isNormal }
}
