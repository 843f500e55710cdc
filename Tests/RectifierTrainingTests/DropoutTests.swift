// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierTraining

/// The masks that are drawn, seen in the buffers of a pass whose units all are 1.
@Suite struct DropoutTests {
  private static let widths = [500, 400, 300]

  /// Inputs and hidden outputs of some rows in a pass, or in several, `[place][row][unit]`.
  private func drawn(
    _ dropout: Dropout, rows: [Int32], pass number: Int = 1, pieces: [SampleOrder.Piece]? = nil,
    seed: UInt64 = 1,
    _ execution: Execution = .default
  ) throws -> [[[Float]]] {
    let architecture = try Architecture(
      inputCount: Self.widths[0], hiddenWidths: Array(Self.widths[1...]),
      head: .identity(outputCount: 1))
    let tensors = architecture.tensorShapes.map { tensor in
      NamedTensor(
        name: tensor.name, shape: tensor.shape,
        values: [Float](
          repeating: tensor.name.hasSuffix("bias") ? 1 : 0, count: tensor.shape.reduce(1, *)))
    }
    let forward = ForwardPass(
      architecture: architecture, rowCapacity: rows.count, keepsSlopes: true,
      changedLayers: dropout.hiddenLayers)
    for n in rows.indices {
      (forward.input.rows + n * forward.inputStride(ofLayer: 0))
        .update(repeating: 1, count: Self.widths[0])
    }
    let pass = DropoutPass(dropout, seed: Seed(seed), forward: forward)
    try rows.withUnsafeBufferPointer {
      pass.run(
        try Network(architecture, tensors: tensors), rows: $0,
        pieces: pieces ?? [SampleOrder.Piece(pass: number, range: 0..<rows.count)],
        execution: execution)
    }
    for layer in 0..<2 {
      #expect(
        forward.zeroCount(ofHiddenLayer: layer, rowCount: rows.count)
          == (0..<rows.count * forward.inputStride(ofLayer: layer + 1)).count { index in
            index % forward.inputStride(ofLayer: layer + 1) < Self.widths[layer + 1]
              && forward.outputs[layer].pointer[index] == 0
          })
    }
    return Self.widths.indices.map { place in
      let stride = forward.inputStride(ofLayer: place)
      return rows.indices.map { n in
        let values =
          place == 0 ? forward.input.rows : forward.outputs[place - 1].pointer
        return (0..<Self.widths[place]).map { values[n * stride + $0] }
      }
    }
  }

  private let dropout = Dropout(input: 0.2, hidden: [0.5, 0.75])

  @Test func valuesAreZeroOrScaled() throws {
    let values = try drawn(dropout, rows: Array(0..<40))
    for (place, rate) in [Float(0.2), 0.5, 0.75].enumerated() {
      let all = values[place].joined()
      #expect(Set(all) == [0, 1 / (1 - rate)])
      // Four standard deviations of a share of 12 000 and more are below 0.02.
      let share = Double(all.count { $0 == 0 }) / Double(all.count)
      #expect(abs(share - Double(rate)) < 0.02)
    }
  }

  /// Whether two rows of zeros and ones agree as often as independent ones do.
  private func areIndependent(_ a: [Float], _ b: [Float], rate: Double) -> Bool {
    let share = Double(zip(a, b).count { ($0 == 0) == ($1 == 0) }) / Double(a.count)
    let expected = rate * rate + (1 - rate) * (1 - rate)
    // Five standard deviations.
    return abs(share - expected) < 5 * (expected * (1 - expected) / Double(a.count)).squareRoot()
  }

  @Test func rowsEpochsUnitsLayersAndSeedsAreIndependent() throws {
    let half = Dropout(input: 0.5, hidden: [0.5, 0.5])
    let rows: [Int32] = [3, 4, 100_000]
    let first = try drawn(half, rows: rows)
    let others = [
      try drawn(half, rows: rows, pass: 2), try drawn(half, rows: rows, seed: 2),
    ]
    for place in Self.widths.indices {
      #expect(areIndependent(first[place][0], first[place][1], rate: 0.5))
      #expect(areIndependent(first[place][1], first[place][2], rate: 0.5))
      for other in others {
        #expect(areIndependent(first[place][0], other[place][0], rate: 0.5))
      }
      let row = first[place][0]
      #expect(areIndependent(Array(row.dropFirst()), Array(row.dropLast()), rate: 0.5))
      if place > 0 {
        #expect(
          areIndependent(Array(first[place - 1][0].prefix(300)), Array(row.prefix(300)), rate: 0.5))
      }
    }
    #expect(try drawn(half, rows: rows) == first)
  }

  /// A row has the same mask in whatever batch, at whatever place, on whatever threads.
  @Test func theBatchDoesNotShow() throws {
    let alone = try drawn(dropout, rows: [7])
    for execution in NetworkGradientTests.executions {
      let batch = try drawn(dropout, rows: [1, 2, 7, 9], execution)
      for place in Self.widths.indices { #expect(batch[place][2] == alone[place][0]) }
    }
  }

  @Test func ratesThatAreAllZeroAreNone() {
    #expect(Dropout(hidden: [0, 0]) == .none && Dropout(hidden: [0, 0.5]) != .none)
    #expect(Dropout(input: 0.1, hidden: [0]) == Dropout(input: 0.1))
    #expect(Dropout(hidden: [0, 0.5]).hiddenLayers == [1])
  }

  @Test func ratesStayBelowOne() {
    for rate: Float in [0, 0.5, Float(1).nextDown] { #expect(Dropout.isValid(rate: rate)) }
    for rate: Float in [-0.1, 1, .nan, .infinity] { #expect(!Dropout.isValid(rate: rate)) }
  }

  /// A batch in which one pass ends has the words of each.
  @Test(arguments: [1, 3]) func rowsOfTwoPassesAreDrawnAsInTheirOwn(threadCount: Int) throws {
    let rows = (0..<12).map { Int32($0) }
    let execution = Execution(threadCount: threadCount)
    let both = try drawn(
      dropout, rows: rows,
      pieces: [
        SampleOrder.Piece(pass: 1, range: 0..<5), SampleOrder.Piece(pass: 2, range: 5..<12),
      ], execution)
    let first = try drawn(dropout, rows: rows, pass: 1)
    let second = try drawn(dropout, rows: rows, pass: 2)
    #expect(both.map { Array($0[..<5]) } == first.map { Array($0[..<5]) })
    #expect(both.map { Array($0[5...]) } == second.map { Array($0[5...]) })
    #expect(first != second)
  }
}
