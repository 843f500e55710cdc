// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining

/// What a step over a batch cannot do without: the arithmetic and the memory traffic of the weight
/// rows whose inputs are not zero.
///
/// Activations, lists, biases and the head are left out: they are small beside the weights. So are
/// zeros on the output side, which the products cannot skip.
package struct StepCost: Equatable, Sendable {
  /// Multiply-adds a sample.
  package let multiplyAdds: Double
  /// The same without any zero.
  package let denseMultiplyAdds: Double
  /// Bytes of weights that the step reads only.
  package let readByteCount: Double
  /// Bytes that it reads, changes and writes: each is counted once for each.
  package let rewriteByteCount: Double

  /// The cost of a prediction: each active input of a layer meets each output once.
  package static func inference(
    _ architecture: Architecture, _ activity: LayerActivity,
    precision: WeightPrecision = .float32
  ) -> StepCost {
    let reads =
      switch precision {
      case .float32: 1.0
      case .bfloat16: 0.5
      }
    return StepCost(of: architecture, activity) { layer, active in
      (products: active, reads: reads, rewrites: 0)
    }
  }

  /// The cost of a training step: forward, the gradient of the weights, and, but for the first layer,
  /// that of the inputs.
  package static func training(
    _ architecture: Architecture, _ activity: LayerActivity, options: TrainingOptions
  ) -> StepCost {
    StepCost(of: architecture, activity) { layer, active in
      var products = 2 * active
      if layer > 0 {
        let skips = architecture.activations[layer - 1].zeroOutputMeansZeroDerivative
        products += skips ? active : 1
      }
      // Weights and moments are read and written; whatever touches every row touches those too.
      let rewrites = Double(2 * (1 + options.optimizer.momentCount))
      let touched = activity.touchedFraction[layer]
      return (
        products: products, reads: 1,
        rewrites: options.touchesEveryRow && touched > 0 ? rewrites / touched : rewrites
      )
    }
  }

  /// - Parameter share: For a layer and the fraction of its inputs that are active: products a
  ///   weight, passes over the touched weights that read (of half their bytes: half a pass), and
  ///   values rewritten for each.
  private init(
    of architecture: Architecture, _ activity: LayerActivity,
    share: (_ layer: Int, _ active: Double) -> (products: Double, reads: Double, rewrites: Double)
  ) {
    var (needed, dense, read, rewritten) = (0.0, 0.0, 0.0, 0.0)
    for (layer, layout) in architecture.layers.enumerated() {
      let weightCount = Double(layout.inputCount * layout.outputCount)
      let costs = share(layer, activity.activeFraction[layer])
      needed += weightCount * costs.products
      dense += weightCount * share(layer, 1).products
      let touchedBytes =
        Double(layout.weightCount * MemoryLayout<Float>.size) * activity.touchedFraction[layer]
      read += touchedBytes * costs.reads
      rewritten += touchedBytes * costs.rewrites
    }
    multiplyAdds = needed
    denseMultiplyAdds = dense
    readByteCount = read
    rewriteByteCount = rewritten
  }
}
