// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import Testing

@Suite struct LinearPieceTests {
  private func network(
    _ activations: [Activation], hasSignMask: Bool = false,
    head: OutputHead = .identity(outputCount: 3), seed: UInt64 = 1
  ) throws -> Network {
    Network.drawn(
      try Architecture(
        inputCount: 7, hiddenWidths: activations.map { _ in 12 }, activations: activations,
        hasSignMask: hasSignMask, head: head), seed: seed)
  }

  private func input(_ seed: UInt64) -> [Float] {
    var stream = Seed(seed).stream("input")
    return stream.rows(1, 7, zeroFraction: 0.3).row(0)
  }

  private static let layers: [[Activation]] = [
    [.rectifier], [.rectifier, .rectifier, .rectifier], [.rectifier, .identity, .rectifier],
    [.identity], [],
  ]

  @Test(arguments: layers, [false, true])
  func theMapIsTheNetwork(activations: [Activation], hasSignMask: Bool) throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let network = try network(activations, hasSignMask: hasSignMask, seed: seed)
      let x = input(seed)
      let piece = try LinearPiece.measure(network, at: x)
      let predicted = Predictor(network).predict(Matrix(rows: [x])).row(0)
      let mapped = piece.map.outputs(for: x.map(Double.init))
      let trace = DoubleNetwork(network).trace(x.map(Double.init))
      for (output, value) in mapped.enumerated() {
        #expect(abs(value - trace.preActivations.last![output]) < 1e-12)
        #expect(abs(value - Double(predicted[output])) < 1e-5)
      }
      for (layer, active) in piece.activePath.enumerated() {
        let values = trace.preActivations[layer].indices
        #expect(
          active
            == values.filter {
              activations[layer] == .identity || trace.preActivations[layer][$0] > 0
            })
      }
    }
  }

  /// Within the piece the map is linear, so that differences of any size give its slopes.
  @Test func slopesAreThoseOfCentralDifferences() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let network = try network([.rectifier, .rectifier], hasSignMask: true, seed: seed)
      let oracle = DoubleNetwork(network)
      let x = input(seed).map(Double.init)
      let piece = try LinearPiece.measure(network, at: input(seed))
      let step = try #require(piece.nearestKink).distance / 2
      for i in x.indices {
        let values = [step, -step].map { step in
          var shifted = x
          shifted[i] += step
          return oracle.trace(shifted).preActivations.last!
        }
        for output in 0..<3 {
          let slope = (values[0][output] - values[1][output]) / (2 * step)
          #expect(abs(piece.map.matrix[output * 7 + i] - slope) < 1e-12 / step)
        }
      }
    }
  }

  /// Just short of the nearest kink, straight towards it, the pattern is still the same; just beyond it
  /// that one unit has changed.
  @Test func theNearestKinkIsWhereTheUnitChanges() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let network = try network([.rectifier, .rectifier], seed: seed)
      let oracle = DoubleNetwork(network)
      let x = input(seed).map(Double.init)
      let kink = try #require(try LinearPiece.measure(network, at: input(seed)).nearestKink)
      let (value, slope) = affine(oracle, at: x, layer: kink.layer, unit: kink.unit)
      let norm = slope.reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(abs(abs(value) / norm - kink.distance) < 1e-7)
      func active(after share: Double) -> [[Bool]] {
        let moved = x.indices.map { x[$0] - share * value * slope[$0] / (norm * norm) }
        return oracle.trace(moved).preActivations.dropLast().map { $0.map { $0 > 0 } }
      }
      #expect(active(after: 0.999) == active(after: 0))
      var expected = active(after: 0)
      expected[kink.layer][kink.unit].toggle()
      #expect(active(after: 1.000_001)[kink.layer] == expected[kink.layer])
    }
  }

  /// A pre-activation and its slopes, by differences within the piece.
  private func affine(
    _ oracle: DoubleNetwork, at x: [Double], layer: Int, unit: Int
  ) -> (value: Double, slope: [Double]) {
    let step = 1e-7
    let value = oracle.trace(x).preActivations[layer][unit]
    let slope = x.indices.map { i in
      var shifted = x
      shifted[i] += step
      return (oracle.trace(shifted).preActivations[layer][unit] - value) / step
    }
    return (value, slope)
  }

  @Test func noPointInTheBallHasAnotherPattern() throws {
    let network = try network([.rectifier, .rectifier])
    let oracle = DoubleNetwork(network)
    let x = input(4).map(Double.init)
    let piece = try LinearPiece.measure(network, at: input(4))
    let radius = try #require(piece.nearestKink).distance
    var stream = Seed(9).stream("directions")
    for _ in 0..<200 {
      let direction = stream.rows(1, 7).row(0).map(Double.init)
      let norm = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let moved = x.indices.map { x[$0] + 0.999 * radius * direction[$0] / norm }
      let active = oracle.trace(moved).preActivations.dropLast().map { values in
        values.indices.filter { values[$0] > 0 }
      }
      #expect(Array(active) == piece.activePath)
    }
  }

  @Test func linearNetworksHaveNoKink() throws {
    #expect(try LinearPiece.measure(network([.identity]), at: input(1)).nearestKink == nil)
    #expect(try LinearPiece.measure(network([]), at: input(1)).nearestKink == nil)
    #expect(try LinearPiece.measure(network([]), at: input(1)).activePath == [])
  }

  @Test(arguments: Activation.all.filter { !$0.isPositivelyHomogeneous })
  func unitsThatBendHaveNoPiece(activation: Activation) throws {
    let network = try network([.rectifier, activation])
    #expect(
      throws: LinearityError.notPiecewiseLinear(layer: "hidden.1", activation: activation)
    ) { try LinearPiece.measure(network, at: input(1)) }
  }
}
