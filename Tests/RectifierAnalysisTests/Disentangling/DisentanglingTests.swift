// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierAnalysis

@Suite struct DisentanglingTests {
  @Test func theDistanceIsTheMeanOverPairs() throws {
    let found = try Disentangling.measure(
      AnalysisCase.model(), on: AnalysisCase.data(), sampleCount: 4)
    #expect(abs(found.rootMeanSquareDistance - goldenDistance) < 1e-6)
    #expect(found.sampleCount == 4)
  }

  /// Of a code that is the input itself, the change is as long as the move, whatever its direction.
  @Test func ofTheIdentityTheRelativeChangeIsKnown() throws {
    let unit: [[Float]] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    let model = try AnalysisCase.model(hidden: unit, output: unit, activation: .identity)
    let rows = Matrix(rows: [[3, 0, 4], [0, 5, 0], [-3, 4, 0], [0, 0, -5]])
    let data = try Dataset(name: "four", features: .floats(rows), targets: .none)
    let found = try Disentangling.measure(model, on: data, sizes: [0, 0.1, 2])
    for (change, size) in zip(found.layers[0], [0, 0.1, 2]) {
      let expected = size * found.rootMeanSquareDistance / 5
      #expect(change.size == size)
      #expect(abs(try #require(change.relativeChange).value - expected) < 1e-6)
      // The codes are as far from each other as the inputs are.
      #expect(abs(try #require(change.distanceChange).value - size) < 1e-6)
    }
    #expect(found.layers[0][0].overlap.value == 1)
    #expect(abs(try #require(found.layers[0][0].cosine).value - 1) < 1e-12)
  }

  /// h = (max(0, x), max(0, −x)) of x = ±1: a move beyond 0 swaps the active unit, any other none.
  @Test func aMoveBeyondTheKinkSwapsTheUnits() throws {
    let model = try AnalysisCase.model(hidden: [[1], [-1]], output: [[1, 0], [0, 1]])
    let rows = Matrix(rows: (0..<600).map { [$0 % 2 == 0 ? 1 : -1] })
    let data = try Dataset(name: "signs", features: .floats(rows), targets: .none)
    let found = try Disentangling.measure(model, on: data, sizes: [0.5, 5])
    let (near, far) = (found.layers[0][0], found.layers[0][1])
    #expect(near.overlap.value == 1 && near.overlap.interval95 == 1...1)
    #expect(abs(try #require(near.cosine).value - 1) < 1e-12)
    // Half of the directions lead over 0: 600 fair coins stay within 5 deviations.
    #expect(abs(far.overlap.value - 0.5) < 0.1 && far.cosine?.value == far.overlap.value)
    let interval = try #require(far.overlap.interval95)
    #expect(
      interval.contains(far.overlap.value) && interval.upperBound - interval.lowerBound < 0.09)
  }

  /// The whole measure once more, in Double, sample by sample.
  @Test(arguments: ["rectifier", "tanh"])
  func theSameByAnotherNetwork(activation: String) throws {
    let (model, data) = (try AnalysisCase.model(activation), try AnalysisCase.data())
    let found = try Disentangling.measure(model, on: data, sizes: [0.2], seed: Seed(7))
    guard case .floats(let rows) = data.features else { return }
    let oracle = DoubleNetwork(model.network)
    var (overlap, cosine, change) = ([0.0, 0], [0.0, 0], [0.0, 0])
    var (codes, moved): ([[[Double]]], [Double]) = ([[], []], [0, 0])
    for (n, row) in rows.doubleRows.enumerated() {
      var stream = Seed(7).stream("disentangling directions", epoch: n)
      let direction = row.map { _ in Double(stream.normal()) }
      let scale = 0.2 * goldenDistance / direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let before = oracle.trace(row).inputs
      let after = oracle.trace(zip(row, direction).map { $0 + scale * $1 }).inputs
      for layer in 0..<2 {
        let (a, b) = (before[layer + 1], after[layer + 1])
        let both = zip(a, b).count { $0 != 0 && $1 != 0 }
        let either = zip(a, b).count { $0 != 0 || $1 != 0 }
        overlap[layer] += Double(both) / Double(either) / 40
        func norm(_ v: [Double]) -> Double { v.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        cosine[layer] += zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / norm(a) / norm(b) / 40
        change[layer] += norm(zip(a, b).map { $1 - $0 }) / norm(a) / 40
        codes[layer].append(a)
        moved[layer] += norm(zip(a, b).map { $1 - $0 }) / 40
      }
    }
    for layer in 0..<2 {
      let measured = found.layers[layer][0]
      #expect(abs(measured.overlap.value - overlap[layer]) < 1e-6)
      #expect(abs(try #require(measured.cosine).value - cosine[layer]) < 1e-5)
      #expect(abs(try #require(measured.relativeChange).value - change[layer]) < 1e-5)
      // The mean over all pairs.
      var squares = 0.0
      for a in codes[layer] {
        for b in codes[layer] {
          squares += zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
      }
      let distance = (squares / (40 * 39)).squareRoot()
      #expect(abs(try #require(measured.distanceChange).value - moved[layer] / distance) < 1e-5)
    }
  }

  @Test func theSameForAnyThreadsAndAnotherForAnotherSeed() throws {
    let (model, data) = (try AnalysisCase.model(), try AnalysisCase.data())
    func measured(_ seed: UInt64, threads: Int) throws -> Disentangling {
      try Disentangling.measure(
        model, on: data, sampleCount: 17, seed: Seed(seed),
        execution: Execution(threadCount: threads))
    }
    #expect(try measured(1, threads: 1) == measured(1, threads: 3))
    #expect(try measured(1, threads: 1) != measured(2, threads: 1))
  }

  @Test func aSilentCodeHasNoDirection() throws {
    let model = try AnalysisCase.model(hidden: [[0, 0]], output: [[1], [0]], hiddenBiases: [-1])
    let data = try Dataset(
      name: "two", features: .floats(Matrix(rows: [[1, 2], [3, 4]])), targets: .none)
    let change = try Disentangling.measure(model, on: data).layers[0][0]
    #expect(change.overlap.value == 1 && change.cosine == nil && change.relativeChange == nil)
    #expect(change.distanceChange == nil)
  }
}
