// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierTraining

@Suite struct SampleOrderTests {
  /// A sample of a run: the row, and the pass that it comes in.
  struct Sample: Equatable {
    var pass: Int
    var row: Int32
  }

  /// The definition: whole passes, one after the other.
  static func samples(count: Int, rowCount: Int, seed: Seed) -> [Sample] {
    var samples: [Sample] = []
    var pass = 1
    while samples.count < count {
      var rows = (0..<Int32(rowCount)).map { $0 }
      var stream = seed.stream("shuffle", epoch: pass)
      stream.shuffle(&rows)
      samples += rows.map { Sample(pass: pass, row: $0) }
      pass += 1
    }
    return Array(samples.prefix(count))
  }

  private func batch(_ order: inout SampleOrder, from sample: Int, count: Int) -> [Sample] {
    order.takeBatch(from: sample, count: count)
    #expect(order.rows.count == count)
    #expect(order.pieces.flatMap { Array($0.range) } == Array(0..<count))
    return order.pieces.flatMap { piece in
      order.rows[piece.range].map { Sample(pass: piece.pass, row: $0) }
    }
  }

  @Test(arguments: [(1, 1), (2, 1), (7, 1), (7, 3), (7, 7), (23, 5), (24, 6)])
  func batchesAreCutFromPassAfterPass(rowCount: Int, batchSize: Int) {
    let count = 3 * rowCount + 2
    let expected = Self.samples(count: count, rowCount: rowCount, seed: Seed(4))
    var order = SampleOrder(rowCount: rowCount, seed: Seed(4))
    var found: [Sample] = []
    while found.count < count {
      found += batch(&order, from: found.count, count: min(batchSize, count - found.count))
    }
    #expect(found == expected)
  }

  /// A run that goes on asks for what comes next, without what was before.
  @Test func anyBatchCanBeTheFirst() {
    let expected = Self.samples(count: 100, rowCount: 23, seed: Seed(4))
    for begin in 0..<95 {
      var order = SampleOrder(rowCount: 23, seed: Seed(4))
      #expect(batch(&order, from: begin, count: 5) == Array(expected[begin..<begin + 5]))
    }
  }

  @Test func aBatchHasOnePieceUnlessAPassEndsInIt() {
    var order = SampleOrder(rowCount: 23, seed: Seed(4))
    let counts = stride(from: 0, to: 115, by: 5).map { begin in
      order.takeBatch(from: begin, count: 5)
      return order.pieces.count
    }
    // 23, 46, 69 and 92 are within a batch; 115 ends one.
    #expect(counts.indices.filter { counts[$0] == 2 } == [4, 9, 13, 18])
    #expect(counts.allSatisfy { 1...2 ~= $0 })
  }
}
