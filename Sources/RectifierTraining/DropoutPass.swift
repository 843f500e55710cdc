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
  ///   - pieces: The rows by their pass over the data; all of them.
  func run(
    _ network: Network, rows: UnsafeBufferPointer<Int32>, pieces: [SampleOrder.Piece],
    execution: Execution
  ) {
    if dropout.input != 0 {
      let count = forward.architecture.inputCount
      let stride = forward.inputStride(ofLayer: 0)
      execution.forEachRange(of: rows.count) { _, range in
        forEachRow(rows, range, pieces, words: "dropout.input", count: count) { n, words in
          drop(
            forward.input.pointer + n * stride, slopes: nil, count: count, rate: dropout.input,
            words)
        }
      }
    }
    forward.run(network, rowCount: rows.count, execution: execution) { layer, range in
      let width = forward.architecture.hiddenWidths[layer]
      let stride = forward.inputStride(ofLayer: layer + 1)
      let name = "dropout.hidden.\(layer)"
      forEachRow(rows, range, pieces, words: name, count: width) { n, words in
        drop(
          forward.outputs[layer].pointer + n * stride,
          slopes: forward.slopes[layer].map { $0.pointer + n * stride }, count: width,
          rate: dropout.hidden[layer], words)
      }
    }
  }

  /// The rows of a range of the batch, each with its words.
  private func forEachRow(
    _ rows: UnsafeBufferPointer<Int32>, _ range: Range<Int>, _ pieces: [SampleOrder.Piece],
    words name: String, count: Int, _ body: (Int, RandomStream) -> Void
  ) {
    for piece in pieces where piece.range.overlaps(range) {
      let words = RowWords(name, seed: seed, pass: piece.pass, wordCount: count)
      for n in piece.range.clamped(to: range) { body(n, words.words(ofRow: rows[n])) }
    }
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
