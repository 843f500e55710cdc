// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// The order in which a run sees its training samples: pass after pass over the data, each in an
/// order of its own.
///
///     row(s) = order[s / rows + 1][s mod rows]
///
/// for sample s of the run, from 0 on, where order[p] is all rows, shuffled by the stream "shuffle"
/// of the seed with the number p of the pass. Where epochs end has no part in it.
struct SampleOrder {
  private let rowCount: Int
  private let seed: Seed
  /// The pass that `order` is of; 0 before the first.
  private var pass = 0
  private var order: [Int32] = []
  /// The rows of the batch at hand.
  private(set) var rows: [Int32] = []
  /// Which samples of the batch are of which pass: two pieces where one pass ends in it.
  private(set) var pieces: [Piece] = []

  /// Neighbours in a batch that are of one pass.
  struct Piece {
    /// From 1 on.
    var pass: Int
    /// Their numbers in the batch.
    var range: Range<Int>
  }

  init(rowCount: Int, seed: Seed) {
    self.rowCount = rowCount
    self.seed = seed
  }

  /// Takes the next samples as the batch at hand.
  ///
  /// - Parameters:
  ///   - sample: The first, from 0 on in the whole run.
  ///   - count: How many, at least 1.
  mutating func takeBatch(from sample: Int, count: Int) {
    rows.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    while rows.count < count {
      let (passes, begin) = (sample + rows.count).quotientAndRemainder(dividingBy: rowCount)
      draw(pass: passes + 1)
      let end = min(begin + count - rows.count, rowCount)
      pieces.append(Piece(pass: pass, range: rows.count..<rows.count + end - begin))
      rows += order[begin..<end]
    }
  }

  private mutating func draw(pass: Int) {
    guard pass != self.pass else { return }
    self.pass = pass
    order = (0..<Int32(rowCount)).map { $0 }
    var stream = seed.stream("shuffle", epoch: pass)
    stream.shuffle(&order)
  }
}
