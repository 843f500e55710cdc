// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

/// The weights of a network as bfloat16, packed for the kernels: see `WeightPrecision.bfloat16`.
package struct BFloat16Weights: Sendable {
  private let layers: [AlignedBuffer<UInt32>]

  /// Rounds and packs; the parameters are left as they are.
  package init(_ parameters: Parameters) {
    layers = parameters.layers.enumerated().map { index, layout in
      let words = AlignedBuffer<UInt32>(count: layout.bfloat16WordCount)
      parameters.withLayer(index) { descriptor in
        var descriptor = descriptor
        rectifier_pack_bfloat16(&descriptor, words.pointer)
      }
      return words
    }
  }

  /// Those of a network that is to be read with a precision; nil where its own are.
  package init?(_ network: Network, precision: WeightPrecision) {
    guard precision == .bfloat16 else { return nil }
    self.init(network.parameters)
  }

  /// The packed weights of a layer, valid as long as this value is.
  func words(ofLayer layer: Int) -> UnsafePointer<UInt32> { UnsafePointer(layers[layer].pointer) }
}
