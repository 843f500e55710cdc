// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Why the units of a network cannot be rescaled.
public enum RescalingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A hidden layer's activation f has no f(αx) = αf(x).
  case notHomogeneous(layer: String, activation: Activation)
  /// A weight or bias other than 0 would leave the range of normal `Float` numbers.
  case outOfRange(tensor: String, element: Int, value: Float, factor: Double)

  /// One line for people.
  public var description: String {
    switch self {
    case .notHomogeneous(let layer, let activation):
      "rescaling: expected rectifier or identity units in every hidden layer, found"
        + " \(activation.name) in \(layer), which does not scale with its input"
    case .outOfRange(let tensor, let element, let value, let factor):
      "rescaling: element \(element) of \(tensor), \(value), times \(factor) is not a normal number;"
        + " take factors nearer to 1"
    }
  }
}
