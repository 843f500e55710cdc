// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import Testing

@Suite struct NetworkRescalingTests {
  private func network(
    _ activations: [Activation] = [.rectifier, .identity, .rectifier], hasSignMask: Bool = false
  ) throws -> Network {
    Network.drawn(
      try Architecture(
        inputCount: 9, hiddenWidths: activations.indices.map { 20 - 3 * $0 },
        activations: activations, hasSignMask: hasSignMask, head: .identity(outputCount: 4)))
  }

  private var batch: Matrix {
    var stream = Seed(2).stream("batch")
    return stream.rows(50, 9, zeroFraction: 0.3)
  }

  /// Powers of two from 2⁻²⁰ to 2²⁰, one a unit.
  private func powers(_ network: Network) -> [[Float]] {
    var stream = Seed(4).stream("factors")
    return network.architecture.hiddenWidths.map { width in
      (0..<width).map { _ in
        Float(sign: .plus, exponent: stream.integer(below: 41) - 20, significand: 1)
      }
    }
  }

  @Test(arguments: [false, true])
  func powersOfTwoKeepEveryBit(hasSignMask: Bool) throws {
    let network = try network(hasSignMask: hasSignMask)
    let rescaled = try network.rescalingUnits(powers(network))
    #expect(rescaled != network && rescaled.signMasks == network.signMasks)
    for precision in [WeightPrecision.float32, .bfloat16] {
      let before = Predictor(network, precision: precision).predict(batch)
      let after = Predictor(rescaled, precision: precision).predict(batch)
      #expect(after.bits == before.bits)
    }
  }

  @Test func thereAndBackIsTheSameNetwork() throws {
    let network = try network()
    let factors = powers(network)
    let back = try network.rescalingUnits(factors).rescalingUnits(
      factors.map { $0.map { 1 / $0 } })
    #expect(back == network)
    #expect(try network.rescalingUnits(factors.map { $0.map { _ in 1 } }) == network)
  }

  @Test func activationsAreMultipliedAndOutputsStay() throws {
    let network = try network(hasSignMask: true)
    var stream = Seed(5).stream("factors")
    let factors = network.architecture.hiddenWidths.map { width in
      (0..<width).map { _ in 0.25 + 3 * stream.uniform() }
    }
    let rescaled = try network.rescalingUnits(factors)
    for row in batch.doubleRows {
      let (before, after) = (DoubleNetwork(network).trace(row), DoubleNetwork(rescaled).trace(row))
      for (layer, factors) in factors.enumerated() {
        for (unit, factor) in factors.enumerated() {
          let expected = before.inputs[layer + 1][unit] * Double(factor)
          #expect(abs(after.inputs[layer + 1][unit] - expected) < 1e-5)
        }
      }
      for (old, new) in zip(before.preActivations.last!, after.preActivations.last!) {
        #expect(abs(old - new) < 1e-5)
      }
    }
  }

  @Test func unitNormsAreNearOne() throws {
    let network = try network().rescalingUnits(powers(network()))
    let factors = try network.unitNormFactors()
    #expect(factors.joined().allSatisfy { $0.significand == 1 })
    let rescaled = try network.rescalingUnits(factors)
    for (layer, width) in network.architecture.hiddenWidths.enumerated() {
      let norms = rescaled.unitNorms(ofLayer: layer)
      #expect(norms.count == width)
      #expect(norms.allSatisfy { $0 > 0.7071 && $0 < 1.4143 })
    }
    #expect(Predictor(rescaled).predict(batch).bits == Predictor(network).predict(batch).bits)
    #expect(try rescaled.unitNormFactors().joined().allSatisfy { $0 == 1 })
  }

  /// Norms 3, 0, 1.5 and 1.4 with a bound at √2 on the scale of logarithms.
  @Test func unitNormsByHand() throws {
    let architecture = try Architecture(
      inputCount: 1, hiddenWidths: [4], head: .identity(outputCount: 1))
    let network = try Network(
      architecture,
      tensors: [
        NamedTensor(name: "hidden.0.weight", shape: [4, 1], values: [3, 0, 1.5, -1.4]),
        NamedTensor(name: "hidden.0.bias", shape: [4], values: [1, 2, 3, 4]),
        NamedTensor(name: "output.weight", shape: [1, 4], values: [8, 8, 8, 8]),
        NamedTensor(name: "output.bias", shape: [1], values: [5]),
      ])
    let factors = try network.unitNormFactors()
    #expect(factors == [[0.25, 1, 0.5, 1]])
    #expect(network.unitNorms(ofLayer: 0) == [3, 0, 1.5, Double(1.4 as Float)])
    #expect(network.unitNorms(ofLayer: 1) == [16])
    let rescaled = try network.rescalingUnits(factors)
    #expect(rescaled.parameters.weights(ofLayer: 0) == [0.75, 0, 0.75, -1.4])
    #expect(rescaled.parameters.biases(ofLayer: 0) == [0.25, 2, 1.5, 4])
    #expect(rescaled.parameters.weights(ofLayer: 1) == [32, 8, 16, 8])
    #expect(rescaled.parameters.biases(ofLayer: 1) == [5])
  }

  @Test(arguments: Activation.all.filter { !$0.isPositivelyHomogeneous })
  func otherActivationsAreRefused(activation: Activation) throws {
    let network = try network([.rectifier, activation])
    let error = RescalingError.notHomogeneous(layer: "hidden.1", activation: activation)
    #expect(throws: error) {
      try network.rescalingUnits([Array(repeating: 2, count: 20), Array(repeating: 2, count: 17)])
    }
    #expect(throws: error) { try network.unitNormFactors() }
  }

  /// A weight that would overflow, and one that would become a denormal number.
  @Test(arguments: [(1e38 as Float, 4 as Float), (1e-37, 0.0625), (1e38, 3.5), (1e-37, 0.05)])
  func whatLeavesTheRangeIsRefused(weight: Float, factor: Float) throws {
    let architecture = try Architecture(
      inputCount: 1, hiddenWidths: [2], head: .identity(outputCount: 1))
    let network = try Network(
      architecture,
      tensors: [
        NamedTensor(name: "hidden.0.weight", shape: [2, 1], values: [0, weight]),
        NamedTensor(name: "hidden.0.bias", shape: [2], values: [0, 0]),
        NamedTensor(name: "output.weight", shape: [1, 2], values: [1, 1]),
        NamedTensor(name: "output.bias", shape: [1], values: [0]),
      ])
    let error = #expect(throws: RescalingError.self) {
      try network.rescalingUnits([[1, factor]])
    }
    #expect(
      error
        == .outOfRange(
          tensor: "hidden.0.weight", element: 1, value: weight, factor: Double(factor)))
    #expect(error?.description.contains("element 1 of hidden.0.weight") == true)
    #expect(throws: Never.self) { try network.rescalingUnits([[factor, 1]]) }
  }

  @Test func programmersMistakes() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Self.small().rescalingUnits([[1]])
    }
    #expect(result.says("rescaling: [1] factors for hidden layers of [2]"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Self.small().rescalingUnits([[1, -2]])
    }
    #expect(result.says("rescaling: factor -2.0"))
  }

  private static func small() throws -> Network {
    let architecture = try Architecture(
      inputCount: 1, hiddenWidths: [2], head: .identity(outputCount: 1))
    return Network(architecture, seed: Seed(1))
  }
}
