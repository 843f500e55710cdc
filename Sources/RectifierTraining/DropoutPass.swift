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
  ///   - source: Where the inputs are; those that are dropped have to be the pass's own.
  ///   - rows: Their numbers in the data.
  ///   - pieces: The rows by their pass over the data; all of them.
  func run(
    _ network: Network, source: InputBatch.Source = .own, rows: UnsafeBufferPointer<Int32>,
    pieces: [SampleOrder.Piece], execution: Execution
  ) {
    let instructionSet = execution.instructionSet
    if dropout.input != 0 {
      guard case .own = source else { fatalError("dropout: inputs that lie elsewhere") }
      let places = Places(
        values: forward.input.rows, slopes: nil, stride: forward.inputStride(ofLayer: 0),
        count: forward.architecture.inputCount, words: "dropout.input")
      execution.forEachRange(of: rows.count) { _, range in
        drop(dropout.input, of: places, rows, range, pieces, instructionSet)
      }
    }
    forward.run(
      network, source: source, rowCount: rows.count, execution: execution
    ) { layer, range in
      let places = Places(
        values: forward.outputs[layer].pointer, slopes: forward.slopes[layer]?.pointer,
        stride: forward.inputStride(ofLayer: layer + 1),
        count: forward.architecture.hiddenWidths[layer], words: "dropout.hidden.\(layer)")
      drop(dropout.hidden[layer], of: places, rows, range, pieces, instructionSet)
    }
  }

  /// Where values lie, one row a sample, and which stream their words are of.
  private struct Places {
    var values: UnsafeMutablePointer<Float>
    var slopes: UnsafeMutablePointer<Float>?
    var stride: Int
    var count: Int
    var words: String
  }

  /// Drops values of a range of the batch.
  private func drop(
    _ rate: Float, of places: Places, _ rows: UnsafeBufferPointer<Int32>, _ range: Range<Int>,
    _ pieces: [SampleOrder.Piece], _ instructionSet: InstructionSet
  ) {
    for piece in pieces where piece.range.overlaps(range) {
      let words = RowWords(
        places.words, seed: seed, pass: piece.pass, wordCount: places.count)
      for n in piece.range.clamped(to: range) {
        words.forEachChunk(ofRow: rows[n], instructionSet: instructionSet) { first, numbers in
          let begin = n * places.stride + first
          Self.drop(places.values + begin, rate: rate, numbers)
          if let slopes = places.slopes { Self.drop(slopes + begin, rate: rate, numbers) }
        }
      }
    }
  }

  /// Multiplies: what is not finite stays so, and no −0 appears.
  private static func drop(
    _ values: UnsafeMutablePointer<Float>, rate: Float, _ numbers: UnsafeBufferPointer<Float>
  ) {
    let scale = 1 / (1 - rate)
    for u in numbers.indices {
      values[u] = values[u] * (numbers[u] < rate ? 0 : scale) + 0
    }
  }
}
