// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct GradientFlowTests {
  private static let heads = [OutputHead.softmax(classCount: 3), .identity(outputCount: 2)]

  /// A network and rows whose pre-activations all are away from kinks.
  private func problem(
    _ activation: Activation, _ head: OutputHead, hasSignMask: Bool
  ) throws -> (Network, Dataset) {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: [5, 4], activations: [activation], hasSignMask: hasSignMask,
      head: head)
    for seed in 1..<100 as Range<UInt64> {
      let network = Network.drawn(architecture, seed: seed)
      let data = try DrawnData.dataset(rowCount: 4, featureCount: 6, head: head, seed: seed)
      if DoubleNetwork(network).leastMagnitude(data.doubleRows) > 1e-2 { return (network, data) }
    }
    throw NoProblem()
  }

  private struct NoProblem: Error {}

  @Test(arguments: Activation.all, [false, true])
  func normsAreThoseOfCentralDifferences(activation: Activation, hasSignMask: Bool) throws {
    for head in Self.heads {
      let (network, data) = try problem(activation, head, hasSignMask: hasSignMask)
      let oracle = DifferenceOracle(network, on: data)
      let flow = GradientFlow.measure(network, on: data)
      #expect(flow.sampleCount == 4)
      #expect(flow.layers.map(\.name) == ["hidden.0", "hidden.1", "output"])
      for (layer, found) in flow.layers.enumerated() {
        let deltas = (0..<4).map { oracle.deltaNorm(row: $0, layer: layer) }
        expect(found.preActivationGradientNorm.value, near: deltas.reduce(0, +) / 4)
        let weights = (0..<4).map { oracle.weightNorm(row: $0, layer: layer) }
        expect(found.weightGradientNorm.value, near: weights.reduce(0, +) / 4)
        expect(found.meanWeightGradientNorm, near: oracle.meanWeightNorm(layer: layer))
      }
      let ends = [flow.layers[0], flow.layers[2]].map(\.preActivationGradientNorm.value)
      #expect(flow.firstToLastRatio == ends[0] / ends[1])
    }
  }

  private func expect(_ value: Double, near exact: Double) {
    #expect(abs(value - exact) <= 5e-5 * (exact + 1e-4), "\(value), expected \(exact)")
  }

  @Test(arguments: Activation.all)
  func openUnitsAreCountedByTheirSlopes(activation: Activation) throws {
    let (network, data) = try problem(activation, .softmax(classCount: 3), hasSignMask: true)
    let flow = GradientFlow.measure(network, on: data)
    var shares: [[Double]] = [[], []]
    for row in data.doubleRows {
      let trace = DoubleNetwork(network).trace(row)
      for layer in 0..<2 {
        let slopes = trace.preActivations[layer].map { abs(activation.oracleDerivative($0)) }
        shares[layer].append(Double(slopes.count { $0 > 0.01 }) / Double(slopes.count))
      }
    }
    for layer in 0..<2 {
      let mean = shares[layer].reduce(0, +) / 4
      #expect(abs(flow.layers[layer].openFraction!.value - mean) < 1e-12)
    }
    let paths = zip(shares[0], shares[1]).map(*).reduce(0, +) / 4
    #expect(abs(flow.openPathFraction!.value - paths) < 1e-12)
    #expect(flow.layers[2].openFraction == nil && flow.layers[2].nonZeroSlopeFraction == nil)
  }

  /// A logistic unit far from 0 passes a gradient on, but next to nothing of it.
  @Test func saturatedUnitsAreNotOpen() throws {
    let architecture = try Architecture(
      inputCount: 3, hiddenWidths: [4], activations: [.logistic], head: .identity(outputCount: 1))
    let tensors = Network(architecture, seed: Seed(1)).tensors().map { tensor in
      tensor.name == "hidden.0.bias"
        ? NamedTensor(name: tensor.name, shape: tensor.shape, values: [9, -9, 0, 0]) : tensor
    }
    let data = try DrawnData.dataset(rowCount: 7, featureCount: 3, head: architecture.head)
    let flow = GradientFlow.measure(try Network(architecture, tensors: tensors), on: data)
    #expect(flow.layers[0].openFraction == Estimate(0.5, interval95: 0.5...0.5))
    #expect(flow.layers[0].nonZeroSlopeFraction?.value == 1)
    #expect(flow.openPathFraction?.value == 0.5)
  }

  /// Identity layers whose weights are those of the identity hand the gradient on as it is.
  @Test func nothingIsLostOnTheWayThroughIdentities() throws {
    let architecture = try Architecture(
      inputCount: 3, hiddenWidths: [3, 3, 3], activations: [.identity],
      head: .identity(outputCount: 3))
    let unit = (0..<9).map { Float($0 % 4 == 0 ? 1 : 0) }
    let tensors = Network(architecture, seed: Seed(1)).tensors().map { tensor in
      tensor.name.hasSuffix("weight")
        ? NamedTensor(name: tensor.name, shape: tensor.shape, values: unit) : tensor
    }
    let data = try DrawnData.dataset(rowCount: 5, featureCount: 3, head: architecture.head)
    let flow = GradientFlow.measure(try Network(architecture, tensors: tensors), on: data)
    #expect(flow.firstToLastRatio == 1 && flow.openPathFraction?.value == 1)
    #expect(Set(flow.layers.map(\.preActivationGradientNorm)).count == 1)
  }

  @Test func aNetworkWithoutHiddenLayers() throws {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: [], head: .softmax(classCount: 3))
    let data = try DrawnData.dataset(rowCount: 5, featureCount: 6, head: architecture.head)
    let flow = GradientFlow.measure(Network.drawn(architecture), on: data)
    #expect(flow.layers.map(\.name) == ["output"])
    #expect(flow.firstToLastRatio == 1 && flow.openPathFraction == nil)
  }

  @Test func intervalsAreStudentsOverSamples() throws {
    let (network, data) = try problem(.tanh, .identity(outputCount: 2), hasSignMask: false)
    let oracle = DifferenceOracle(network, on: data)
    let norms = (0..<4).map { oracle.deltaNorm(row: $0, layer: 0) }
    let mean = norms.reduce(0, +) / 4
    let deviation = (norms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3).squareRoot()
    // t of 3 degrees of freedom, from a table.
    let half = 3.1824463 * deviation / 2
    let interval = try #require(
      GradientFlow.measure(network, on: data).layers[0].preActivationGradientNorm.interval95)
    #expect(abs(interval.lowerBound - (mean - half)) < 1e-4 * mean)
    #expect(abs(interval.upperBound - (mean + half)) < 1e-4 * mean)
    let single = GradientFlow.measure(network, on: data, sampleCount: 1)
    #expect(single.sampleCount == 1 && single.layers[0].preActivationGradientNorm.interval95 == nil)
  }

  @Test func executionAndFormOfRowsDoNotShow() throws {
    let head = OutputHead.softmax(classCount: 3)
    let architecture = try Architecture(
      inputCount: 70, hiddenWidths: [40, 30], activations: [.rectifier, .softplus(sharpness: 2)],
      head: head)
    let network = Network.drawn(architecture)
    let data = try DrawnData.dataset(
      rowCount: 40, featureCount: 70, head: head, zeroFraction: 0.97)
    let reference = GradientFlow.measure(
      network, on: data, execution: Execution(threadCount: 1, instructionSet: .portable))
    for kernels in Execution.Kernels.allCases {
      let execution = Execution(threadCount: 3, kernels: kernels)
      #expect(GradientFlow.measure(network, on: data, execution: execution) == reference)
      #expect(GradientFlow.measure(network, on: try data.sparse, execution: execution) == reference)
    }
  }

  @Test func aModelRefusesOtherData() throws {
    let head = OutputHead.softmax(classCount: 3)
    let data = try DrawnData.dataset(rowCount: 12, featureCount: 6, head: head)
    let other = try DrawnData.dataset(rowCount: 12, featureCount: 5, head: head)
    let run = try SmallRun.run(data)
    #expect(throws: ModelError.self) { try GradientFlow.measure(run.last, on: other) }
    let flow = GradientFlow.measure(run.last.network, on: data)
    #expect(try GradientFlow.measure(run.last, on: data) == flow)
  }
}
