// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct BoundsTests {
  /// 2-2-1, rectifier: h = max(0, [3x₀ − 4x₁ + 1, −x₀]), y = 2h₀ − 5h₁ − 6.
  private func network(scale: Float = 1, outputs: [Float] = [2, -5]) throws -> Network {
    let architecture = try Architecture(
      inputCount: 2, hiddenWidths: [2], head: .identity(outputCount: 1))
    return try Network(
      architecture,
      tensors: [
        NamedTensor(
          name: "hidden.0.weight", shape: [2, 2], values: [3, -4, -1, 0].map { $0 * scale }),
        NamedTensor(name: "hidden.0.bias", shape: [2], values: [1, 0]),
        NamedTensor(name: "output.weight", shape: [1, 2], values: outputs.map { $0 * scale }),
        NamedTensor(name: "output.bias", shape: [1], values: [-6]),
      ])
  }

  private func data(_ rows: [[Float]]) throws -> Dataset {
    try Dataset(name: "rows", features: .floats(Matrix(rows: rows)), targets: .none)
  }

  @Test func byHand() throws {
    // h: [4, 0], [0, 0], [0, 2]; y: 2, −6, −16.
    let bounds = Bounds.measure(try network(), on: try data([[1, 0], [0, 1], [-2, 0]]))
    #expect(bounds.sampleCount == 3 && bounds.layers.map(\.name) == ["hidden.0", "output"])
    let (hidden, output) = (bounds.layers[0], bounds.layers[1])
    #expect(hidden.largestActivation == 4 && output.largestActivation == 16)
    #expect(abs(hidden.rootMeanSquareActivation - (20.0 / 6).squareRoot()) < 1e-12)
    #expect(abs(output.rootMeanSquareActivation - (296.0 / 3).squareRoot()) < 1e-12)
    #expect(hidden.activationNorm.value == 2 && output.activationNorm.value == 8)
    #expect(abs(hidden.weightNorm - Double(26).squareRoot()) < 1e-12)
    #expect(hidden.largestRowNorm == 5 && hidden.largestWeight == 4 && hidden.largestBias == 1)
    #expect(abs(output.largestRowNorm - Double(29).squareRoot()) < 1e-12)
    #expect(output.weightNorm == output.largestRowNorm)
    #expect(output.largestWeight == 5 && output.largestBias == 6)
    // t of 2 degrees of freedom, 4.3026527, times 2/√3.
    let interval = try #require(hidden.activationNorm.interval95)
    #expect(abs(interval.upperBound - 2 - 4.3026527 * 2 / Double(3).squareRoot()) < 1e-5)
  }

  @Test func whatIsNotFiniteShows() throws {
    let bounds = Bounds.measure(try network(scale: 1e30), on: try data([[1, 0], [1e20, 0]]))
    #expect(bounds.layers[0].largestActivation == .infinity)
    #expect(bounds.layers[0].activationNorm == Estimate(.infinity))
    #expect(bounds.layers[0].largestRowNorm.isFinite)
    // 0 · ∞ is no number.
    let mixed = Bounds.measure(
      try network(scale: 1e30, outputs: [0, -5]), on: try data([[1e20, 0], [1, 0]]))
    #expect(mixed.layers[0].largestActivation == .infinity)
    #expect(mixed.layers[1].largestActivation.isNaN)
    #expect(mixed.layers[1].activationNorm.interval95 == nil)
  }

  @Test func batchesAndExecutionDoNotShow() throws {
    let head = OutputHead.softmax(classCount: 3)
    let architecture = try Architecture(
      inputCount: 20, hiddenWidths: [30, 17], activations: [.rectifier, .tanh], head: head)
    let network = Network.drawn(architecture)
    let data = try DrawnData.dataset(rowCount: 600, featureCount: 20, head: head)
    let bounds = Bounds.measure(
      network, on: data, execution: Execution(threadCount: 1, instructionSet: .portable))
    #expect(bounds == Bounds.measure(network, on: data, execution: Execution(threadCount: 3)))
    #expect(bounds == Bounds.measure(network, on: try data.sparse))
    let traces = data.doubleRows.map { DoubleNetwork(network).trace($0) }
    for layer in 0..<2 {
      let values = traces.flatMap { $0.inputs[layer + 1] }
      let largest = values.map(abs).max()!
      #expect(abs(Double(bounds.layers[layer].largestActivation) - largest) < 1e-5)
      let mean = values.reduce(0) { $0 + $1 * $1 } / Double(values.count)
      #expect(abs(bounds.layers[layer].rootMeanSquareActivation - mean.squareRoot()) < 1e-6)
    }
    #expect(bounds.layers[1].largestActivation <= 1)
  }

  @Test func aModelRefusesOtherFeatures() throws {
    let head = OutputHead.softmax(classCount: 3)
    let data = try DrawnData.dataset(rowCount: 12, featureCount: 6, head: head)
    let run = try SmallRun.run(data)
    #expect(try Bounds.measure(run.last, on: data) == Bounds.measure(run.last.network, on: data))
    #expect(throws: ModelError.self) {
      try Bounds.measure(run.last, on: DrawnData.dataset(rowCount: 3, featureCount: 5, head: head))
    }
  }
}
