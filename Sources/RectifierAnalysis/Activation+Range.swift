// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

extension Activation {
  /// What outputs lie between, before any sign mask; nil where they have no upper bound.
  var outputRange: ClosedRange<Double>? {
    switch self {
    case .tanh: -1...1
    case .logistic, .rectifiedTanh, .absoluteTanh, .leakyIntegrateAndFire: 0...1
    case .rectifier, .softplus, .identity: nil
    }
  }
}
