// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics

extension Network {
  /// A network with drawn biases too, as a trained one has.
  package static func drawn(_ architecture: Architecture, seed: UInt64 = 1) -> Network {
    var network = Network(architecture, seed: Seed(seed))
    var stream = Seed(seed).stream("biases")
    for (layer, layout) in network.parameters.layers.enumerated() {
      let biases = (0..<layout.outputCount).map { _ in stream.uniform() - 0.5 }
      let weights = network.parameters.weights(ofLayer: layer)
      network.parameters.set(layer: layer, weights: weights, biases: biases)
    }
    return network
  }
}
