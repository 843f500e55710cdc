// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

@Suite struct BFloat16WeightsTests {
  /// The network with its weights, not its biases, rounded.
  static func rounded(_ network: Network) throws -> Network {
    let tensors = network.tensors().map { tensor in
      tensor.name.hasSuffix("weight")
        ? NamedTensor(
          name: tensor.name, shape: tensor.shape,
          values: tensor.values.map { rectifier_round_bfloat16($0) }) : tensor
    }
    return try Network(network.architecture, tensors: tensors)
  }

  @Test(arguments: PredictorInvarianceTests.cases)
  func predictionsAreThoseOfRoundedWeights(_ example: PredictorInvarianceTests.Case) throws {
    let network = try example.network()
    let rounded = try Self.rounded(network)
    for rowCount in [1, 9] {
      let batch = PredictorTests.batch(
        rowCount, example.widths[0], zeroFraction: example.zeroFraction)
      let expected = Predictor(rounded, execution: PredictorInvarianceTests.plain).predict(batch)
      for execution in PredictorInvarianceTests.executions {
        let predictor = Predictor(network, precision: .bfloat16, execution: execution)
        #expect(predictor.predict(batch).bits == expected.bits)
      }
    }
  }

  @Test func theyDifferFromFloat32AndLeaveTheNetworkAlone() throws {
    let network = Network.drawn(try PredictorTests.architecture([40, 60, 6]))
    let copy = network
    let batch = PredictorTests.batch(5, 40)
    let float32 = Predictor(network)
    let bfloat16 = Predictor(network, precision: .bfloat16)
    #expect(float32.precision == .float32 && bfloat16.precision == .bfloat16)
    let (exact, near) = (float32.predict(batch), bfloat16.predict(batch))
    #expect(exact.bits != near.bits)
    for row in 0..<5 {
      for (a, b) in zip(exact.row(row), near.row(row)) { #expect(abs(a - b) < 0.02) }
    }
    #expect(bfloat16.network == copy)
  }

  @Test func bothPrecisionsShareAWorkspace() throws {
    let network = Network.drawn(try PredictorTests.architecture([40, 60, 6]))
    let predictors = WeightPrecision.allCases.map { Predictor(network, precision: $0) }
    let batch = PredictorTests.batch(9, 40)
    var workspace = predictors[0].workspace(batchCapacity: 4)
    var result = Matrix(rowCount: 9, columnCount: 5)
    for predictor in predictors + predictors {
      predictor.predict(batch, into: &result, using: &workspace)
      #expect(result.bits == predictor.predict(batch).bits)
    }
  }

  @Test func halfTheBytes() throws {
    // 784·1000·4 bytes: the last panel of 104 columns is padded to 112 in floats, to 128 in pairs.
    let layout = PanelLayout(inputCount: 784, outputCount: 1000)
    #expect(layout.weightCount == 784 * 1008 && layout.bfloat16WordCount == 784 * 512)
    #expect(PanelLayout(inputCount: 3, outputCount: 1).bfloat16WordCount == 3 * 16)
  }
}
