// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining

/// Why a network has no linear pieces to be measured.
public enum LinearityError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Units of a hidden layer bend everywhere.
  case notPiecewiseLinear(layer: String, activation: Activation)
  /// The data do not fit the model.
  case model(ModelError)

  /// One line for people.
  public var description: String {
    switch self {
    case .notPiecewiseLinear(let layer, let activation):
      "linear pieces: expected rectifier or identity units in every hidden layer, found"
        + " \(activation.name) in \(layer), which no affine map equals; take a rectifier network"
    case .model(let error): error.description
    }
  }
}
