// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// A kind of network that learns from reviews.
package struct ReviewNetwork: Hashable, Sendable {
  package var activation: Activation
  /// Hidden layers; none for a linear classifier, which has no activation to speak of.
  package var layerCount: Int
  package var isPretrained: Bool

  /// Without hidden layers.
  package static let linear = ReviewNetwork(
    activation: .rectifier, layerCount: 0, isPretrained: false)

  /// As in tables: `no hidden layer`, `3 layers of tanh, pre-trained`.
  package var name: String {
    if layerCount == 0 { return "no hidden layer" }
    return "\(layerCount) layer\(layerCount == 1 ? "" : "s") of \(activation.name)"
      + (isPretrained ? ", pre-trained" : "")
  }
}
