// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

extension Parameters {
  /// The weights of layer `target` become those of layer `source` transposed, or gain them.
  ///
  /// - Precondition: Each layer has as many inputs as the other has outputs, and they differ.
  package mutating func transposeWeights(
    ofLayer source: Int, into target: Int, adding: Bool = false, execution: Execution
  ) {
    let layout = layers[source]
    guard source != target, layers[target] == layout.transposed else {
      fatalError(
        "parameters: layer \(source) of \(layout.inputCount) × \(layout.outputCount) transposed into"
          + " layer \(target) of \(layers[target].inputCount) × \(layers[target].outputCount)")
    }
    // Both stay alive with this value, whose own they are once the first is taken.
    let to = withMutableLayer(target) { $0 }
    let from = withLayer(source) { $0 }
    withExtendedLifetime(self) {
      layout.transpose(from.weights, into: to.weights, adding: adding, execution: execution)
    }
  }
}
