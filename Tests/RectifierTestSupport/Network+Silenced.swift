// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

extension Network {
  /// The network with some of its hidden units, listed a layer, exactly zero for every input of the
  /// usual size. What they would add to the next layer is large.
  ///
  /// Units that have a threshold keep their weights and get a bias far below it, so that a large
  /// input wakes them; as do softplus and logistic units, which underflow to zero there. The others
  /// lose weights and bias.
  package func silencing(_ units: [[Int]]) -> Network {
    var network = self
    for (layer, silent) in units.enumerated() {
      let (inputCount, width) = (architecture.widths[layer], architecture.widths[layer + 1])
      var weights = network.parameters.weights(ofLayer: layer)
      var biases = network.parameters.biases(ofLayer: layer)
      for unit in silent {
        switch architecture.activations[layer] {
        case .tanh, .absoluteTanh, .identity:
          biases[unit] = 0
          for input in 0..<inputCount { weights[unit * inputCount + input] = 0 }
        default: biases[unit] = -1000
        }
      }
      network.parameters.set(layer: layer, weights: weights, biases: biases)
      var next = parameters.weights(ofLayer: layer + 1)
      for place in next.indices where silent.contains(place % width) {
        next[place] *= 1e30
      }
      network.parameters.set(
        layer: layer + 1, weights: next, biases: parameters.biases(ofLayer: layer + 1))
    }
    return network
  }
}
