// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics

/// Drops inputs and hidden units in the buffers of a forward pass.
///
/// The words of inputs are those of the stream "dropout.input", of hidden layer l those of
/// "dropout.hidden.l".
final class DropoutPass {
  private let dropout: Dropout
  private let seed: Seed
  private let forward: ForwardPass

  init(_ dropout: Dropout, seed: Seed, forward: ForwardPass) {
    self.dropout = dropout
    self.seed = seed
    self.forward = forward
  }

  /// Drops inputs and runs the forward pass, which drops hidden units on its way.
  ///
  /// - Parameters:
  ///   - rows: Their numbers in the data.
  ///   - epoch: From 1 on.
  func run(
    _ network: Network, rows: UnsafeBufferPointer<Int32>, epoch: Int, execution: Execution
  ) {
    if dropout.input != 0 {
      let words = words("dropout.input", forward.architecture.inputCount, epoch)
      execution.forEachRange(of: rows.count) { _, range in
        for n in range {
          drop(
            forward.input.pointer + n * forward.inputStride(ofLayer: 0), slopes: nil,
            count: forward.architecture.inputCount, rate: dropout.input,
            words.words(ofRow: rows[n]))
        }
      }
    }
    forward.run(network, rowCount: rows.count, execution: execution) { layer, range in
      let width = forward.architecture.hiddenWidths[layer]
      let words = words("dropout.hidden.\(layer)", width, epoch)
      let stride = forward.inputStride(ofLayer: layer + 1)
      for n in range {
        drop(
          forward.outputs[layer].pointer + n * stride,
          slopes: forward.slopes[layer].map { $0.pointer + n * stride }, count: width,
          rate: dropout.hidden[layer], words.words(ofRow: rows[n]))
      }
    }
  }

  private func words(_ name: String, _ columnCount: Int, _ epoch: Int) -> RowWords {
    RowWords(name, seed: seed, epoch: epoch, wordCount: columnCount)
  }

  /// Multiplies values, and their slopes with them: what is not finite stays so, and no −0 appears.
  private func drop(
    _ values: UnsafeMutablePointer<Float>, slopes: UnsafeMutablePointer<Float>?, count: Int,
    rate: Float, _ words: RandomStream
  ) {
    var words = words
    let scale = 1 / (1 - rate)
    for u in 0..<count {
      let factor = words.uniform() < rate ? 0 : scale
      values[u] = values[u] * factor + 0
      if let slopes { slopes[u] = slopes[u] * factor + 0 }
    }
  }
}
