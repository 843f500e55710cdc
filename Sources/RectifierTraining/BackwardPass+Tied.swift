// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNetworks

/// Autoencoders whose decoder has the encoder's weights, transposed.
///
/// Both uses take their gradients into memory; the sum is applied afterwards. Two passes more over
/// the weights than a fused step takes.
extension BackwardPass {
  /// Computes the gradient of the shared weights into the first layer's place, and the biases' into
  /// theirs; the second layer's weights have what the decoder alone gives.
  ///
  ///     g = [(Σₙ x δᵀ)/N + λ₂ w] + ([Σₙ h δᵀ]/N)ᵀ
  ///
  /// each sum in sample order, and one addition between the two.
  func gradientOfTied(_ network: Network, into gradient: inout Parameters, batch: Batch) {
    var decoding = batch
    // The penalty is on the shared weights, once.
    decoding.weightL2 = 0
    self.gradient(of: network, layer: 1, into: &gradient, batch: decoding)
    self.gradient(of: network, layer: 0, into: &gradient, batch: batch)
    gradient.transposeWeights(ofLayer: 1, into: 0, adding: true, execution: batch.execution)
  }

  /// Computes that gradient, applies it, and makes the decoder the encoder's transposed again.
  func updateTied(
    _ network: inout Network, _ state: inout OptimizerState, by update: rectifier_update,
    batch: Batch
  ) {
    var gradient = tiedGradient ?? Parameters(zerosFor: architecture)
    tiedGradient = nil
    gradientOfTied(network, into: &gradient, batch: batch)
    apply(gradient, layer: 0, withWeights: true, to: &network, &state, by: update, batch: batch)
    apply(gradient, layer: 1, withWeights: false, to: &network, &state, by: update, batch: batch)
    network.tieDecoder(execution: batch.execution)
    tiedGradient = gradient
  }

  private func apply(
    _ gradient: Parameters, layer: Int, withWeights: Bool, to network: inout Network,
    _ state: inout OptimizerState, by update: rectifier_update, batch: Batch
  ) {
    let layout = architecture.layers[layer]
    var update = update
    let code = batch.execution.instructionSet.code
    gradient.withLayer(layer) { source in
      network.parameters.withMutableLayer(layer) { target in
        state.withLayer(layer) { weights, bias in
          if withWeights {
            rectifier_apply(
              code, &update, target.weights, weights, source.weights, layout.weightCount)
          }
          rectifier_apply(code, &update, target.bias, bias, source.bias, layout.biasCount)
        }
      }
    }
  }
}
