// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

@testable import RectifierAnalysis

@Suite struct ZerosTests {
  @Test(arguments: AnalysisCase.activations)
  func everythingIsNumPys(activation: String) throws {
    let zeros = try Zeros.measure(AnalysisCase.model(activation), on: AnalysisCase.data())
    #expect(zeros.sampleCount == 40 && zeros.layers.count == 2)
    for (layer, golden) in zip(zeros.layers, goldenAnalysis[activation]!) {
      #expect(layer.activation.name == activation)
      #expect(layer.zeroFraction.isNear(golden["zeroFraction"]!))
      #expect(
        layer.zeroFractionByClass.map { $0!.value }.isNear(golden["zeroFractionByClass"]!))
      #expect(layer.nearZeroFractions.map(\.value).isNear(golden["nearZeroFractions"]!))
      #expect(layer.activeUnitCount.isNear(golden["activeUnitCount"]!))
      let effective = try #require(layer.effectiveUnitCount)
      #expect(effective.isNear(golden["effectiveUnitCount"]!, tolerance: 1e-4), "\(effective)")
      #expect(layer.activeCounts.map(Double.init) == golden["activeCounts"])
      let steady = try #require(layer.steadyState)
      #expect([steady.range.lowerBound, steady.range.upperBound].isNear(golden["range"]!))
      #expect([steady.restingShare].isNear(golden["restingShare"]!))
      #expect(steady.meanShare.isNear(golden["meanShare"]!))
      #expect([steady.meanInputShare].isNear(golden["meanInputShare"]!))
      #expect(steady.meanInputZeroFraction.isNear(golden["meanInputZeroFraction"]!))
    }
  }

  /// h = (max(0, x₀), max(0, −1), max(0, 1)): one unit fires for some, one never, one always.
  @Test func unitsByHand() throws {
    let model = try AnalysisCase.model(
      hidden: [[1, 0], [0, 0], [0, 0]], output: [[1, 0, 0], [0, 0, 0]], hiddenBiases: [0, -1, 1])
    let features = Matrix(rows: [[2, 5], [0.25, -1], [-1, 3], [3, 0], [1, 1]])
    let data = try Dataset(name: "five", features: .floats(features), targets: .none)
    let layer = try #require(try Zeros.measure(model, on: data).layers.first)
    #expect(layer.activeCounts == [4, 0, 5] && layer.firingRates == [0.8, 0, 1])
    #expect(layer.firingRateHistogram == [1, 0, 0, 0, 0, 0, 0, 0, 1, 1])
    #expect(layer.deadUnits == [1] && layer.alwaysOnUnits == [2])
    #expect(abs(layer.zeroFraction.value - 6.0 / 15) < 1e-12 && layer.zeroFractionByClass == [])
    // Wilson's interval of 0 of 5: z²/(n + z²).
    #expect(abs(layer.deadRateLimit - 0.43448) < 1e-5)
    #expect(layer.steadyState?.range == 0...3 && layer.steadyState?.isObserved == true)
    #expect(layer.steadyState?.restingShare == 0)
  }

  @Test func aLogisticNetworkRestsAtHalfItsRange() throws {
    let model = try AnalysisCase.model(
      hidden: [[1, -1], [2, 1]], output: [[1, 0], [0, 1]], activation: .logistic)
    let data = try Dataset(
      name: "two", features: .floats(Matrix(rows: [[1, 2], [-1, -2]])), targets: .none)
    let steady = try #require(try Zeros.measure(model, on: data).layers[0].steadyState)
    #expect(steady.range == 0...1 && !steady.isObserved)
    #expect(steady.restingShare == 0.5 && steady.meanInputShare == 0.5)
    #expect(abs(steady.meanShare.value - 0.5) < 1e-7)
  }

  @Test func whatIsSilentThroughoutHasNoShares() throws {
    let model = try AnalysisCase.model(
      hidden: [[0, 0]], output: [[1], [0]], hiddenBiases: [-1])
    let data = try Dataset(
      name: "two", features: .floats(Matrix(rows: [[1, 2], [3, 4]])), targets: .none)
    let layer = try Zeros.measure(model, on: data).layers[0]
    #expect(layer.effectiveUnitCount == nil && layer.steadyState == nil)
    #expect(layer.zeroFraction.value == 1 && layer.deadUnits == [0])
  }

  @Test func theSameForAnyThreadsAndKernels() throws {
    let (model, data) = (try AnalysisCase.model("tanh"), try AnalysisCase.data())
    let expected = try Zeros.measure(model, on: data, execution: Execution(threadCount: 1))
    for kernels in Execution.Kernels.allCases {
      let execution = Execution(threadCount: 3, kernels: kernels)
      #expect(try Zeros.measure(model, on: data, execution: execution) == expected)
    }
  }

  @Test func outputsThatAreNotFiniteAreRefused() throws {
    let model = try AnalysisCase.model(hidden: [[1e30], [3e38]], output: [[1, 0], [0, 1]])
    let data = try Dataset(
      name: "large", features: .floats(Matrix(rows: [[1], [1e10]])), targets: .none)
    let error = ModelError.codeNotFinite(data: "large", layer: 0, row: 1, unit: 0)
    #expect(throws: error) { try Zeros.measure(model, on: data) }
    #expect(error.description.contains("large: row 1: expected finite outputs of hidden layer 0"))
  }
}
