// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining

extension Reconstruction {
  /// What the paper pre-trains image networks with, section 4.1: cross-entropy for tanh, a softplus
  /// decoder and squared error for the others.
  static func published(for activation: Activation) -> Reconstruction {
    activation == .tanh ? .logistic : .softplus
  }
}
