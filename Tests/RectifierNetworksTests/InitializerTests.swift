// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

@Suite struct InitializerTests {
  private func network(_ initializer: Initializer, seed: UInt64 = 1) throws -> Network {
    Network(try NetworkTests.masked(), seed: Seed(seed), initializer: initializer)
  }

  /// Golden/make_initial_parameters.py, in double precision.
  @Test func heWeightsAreTheseNumbers() throws {
    let parameters = try network(.heNormal).parameters
    let golden: [(first: [Double], squares: Double)] = [
      ([-0.24900328243840175, -0.10771609330621121, 0.14292501470985705], 59.225520112147414),
      ([0.02502435669988476, 0.008069440253317016, 0.2053476185317628], 13.062522271719923),
      ([-0.5579457017558267, 0.3498443733140406, 0.4661777079566129], 9.570312415038472),
    ]
    for (layer, golden) in golden.enumerated() {
      let weights = parameters.weights(ofLayer: layer).map(Double.init)
      for (weight, exact) in zip(weights, golden.first) { #expect(abs(weight - exact) < 1e-6) }
      let squares = weights.reduce(0) { $0 + $1 * $1 }
      #expect(abs(squares - golden.squares) < 1e-5 * golden.squares)
    }
  }

  /// The bits, on whatever instruction set the tests run with.
  @Test func heWeightsHaveTheseBits() throws {
    let found = fingerprint(try network(.heNormal).tensors().flatMap(\.values))
    #expect(found == 0x2dc0_647c_8aaa_fdb6)
  }

  @Test func heMoments() throws {
    let architecture = try Architecture(
      inputCount: 100, hiddenWidths: [300, 50], head: .logistic(outputCount: 40))
    let network = Network(architecture, seed: Seed(1), initializer: .heNormal)
    for (layer, inputCount) in [100, 300, 50].enumerated() {
      let weights = network.parameters.weights(ofLayer: layer).map(Double.init)
      let (count, variance) = (Double(weights.count), 2 / Double(inputCount))
      let mean = weights.reduce(0, +) / count
      let square = weights.reduce(0) { $0 + $1 * $1 } / count
      // Six standard errors: σ for one weight, √2·σ² for its square.
      #expect(abs(mean) < 6 * (variance / count).squareRoot())
      #expect(abs(square - variance) < 6 * variance * (2 / count).squareRoot())
      #expect(network.parameters.biases(ofLayer: layer).allSatisfy { $0.bitPattern == 0 })
    }
  }

  @Test(arguments: [0, -0.0, 0.25, -3] as [Float])
  func aConstantIsEveryWeightAndNoBias(value: Float) throws {
    let parameters = try network(.constant(value)).parameters
    for layer in 0..<3 {
      let expected = (value == 0 ? 0 : value).bitPattern
      #expect(parameters.weights(ofLayer: layer).allSatisfy { $0.bitPattern == expected })
      #expect(parameters.biases(ofLayer: layer).allSatisfy { $0.bitPattern == 0 })
    }
  }

  @Test func theInitializerLeavesTheSignMaskAlone() throws {
    let masks = try network(.glorotUniform).signMasks
    #expect(try network(.heNormal).signMasks == masks && network(.constant(1)).signMasks == masks)
    #expect(try network(.heNormal).parameters != network(.heNormal, seed: 2).parameters)
  }

  @Test func anImpossibleConstantEndsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Network(try NetworkTests.masked(), seed: Seed(1), initializer: .constant(0x1p-140))
    }
    #expect(result.says("initializer: constant"))
  }

  @Test(arguments: [0, -0.0, 1, -1e30] as [Float])
  func possibleConstants(value: Float) { #expect(Initializer.isValid(constant: value)) }

  @Test(arguments: [.nan, .infinity, -.infinity, 0x1p-140] as [Float])
  func impossibleConstants(value: Float) {
    #expect(!Initializer.isValid(constant: value))
  }
}
