// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

@testable import RectifierAnalysis

@Suite struct RobustnessTests {
  /// Ten copies of max(0, x) vote for the first class, ten of max(0, −x) for the second.
  private static func copies() throws -> Model {
    let hidden = (0..<20).map { [Float($0 < 10 ? 1 : -1)] }
    let votes = hidden.map { $0[0] > 0 ? Float(1) : 0 }
    return try AnalysisCase.model(hidden: hidden, output: [votes, votes.map { 1 - $0 }])
  }

  private static func signs() throws -> Dataset {
    try Dataset(
      name: "signs", features: .floats(Matrix(rows: (0..<50).map { [$0 % 2 == 0 ? 1 : -2] })),
      targets: .classes((0..<50).map { Int32($0 % 2) }), labels: ["0", "1"])
  }

  /// Against networks that have lost the weights of the same units.
  @Test func silencedUnitsCountForNothing() throws {
    let (model, data) = (try AnalysisCase.model(), try AnalysisCase.data())
    let found = try #require(
      try Robustness.measure(model, on: data, fractions: [0.4], noises: [], drawCount: 3))
    var layers = [[Double]](repeating: [], count: 2)
    var throughout: [Double] = []
    for draw in 0..<3 {
      let seed = Seed(1).derived("robustness", number: draw)
      let silenced = [8, 5].enumerated().map { layer, width in
        let drawn = Disturbance.silencing(fraction: 0.4)
          .drawn(layer: layer, width: width, seed: seed)
        guard case .silenced(let units) = drawn else { return [Int]() }
        #expect(Set(units).count == (width == 8 ? 3 : 2))
        return units
      }
      for layer in 0..<2 {
        let units = silenced.indices.map { $0 == layer ? silenced[$0] : [] }
        layers[layer].append(try Self.accuracy(model, without: units, on: data))
      }
      throughout.append(try Self.accuracy(model, without: silenced, on: data))
    }
    for layer in 0..<2 {
      #expect(found.silencedLayers[layer].map(\.level) == [0.4])
      #expect(found.silencedLayers[layer][0].accuracy == SampleMoments(layers[layer])!.estimate)
    }
    #expect(found.silencedThroughout[0].accuracy == SampleMoments(throughout)!.estimate)
    let evaluation = try Evaluation.evaluate(model, on: data)
    #expect(abs(found.accuracy.value - (1 - evaluation.errorRate!)) < 1e-12)
    #expect(found.sampleCount == 40 && found.drawCount == 3 && found.noisyThroughout == [])
  }

  private static func accuracy(
    _ model: Model, without units: [[Int]], on data: Dataset
  ) throws -> Double {
    var network = model.network
    for (layer, units) in units.enumerated() {
      let width = network.architecture.hiddenWidths[layer]
      var weights = network.parameters.weights(ofLayer: layer + 1)
      for place in weights.indices where units.contains(place % width) { weights[place] = 0 }
      network.parameters.set(
        layer: layer + 1, weights: weights, biases: network.parameters.biases(ofLayer: layer + 1))
    }
    let silenced = AnalysisCase.model(network, labels: model.labels)
    let errors = try Evaluation.evaluate(silenced, on: data).errors!
    return Double(errors.sampleCount - errors.count) / Double(errors.sampleCount)
  }

  @Test func copiesStandInForEachOther() throws {
    let found = try #require(
      try Robustness.measure(Self.copies(), on: Self.signs(), fractions: [0, 0.4, 1], noises: [0]))
    // With 8 of 20 gone, two copies of each are left at least.
    #expect(
      found.silencedLayers[0].map(\.accuracy) == [
        Estimate(1, interval95: 1...1), Estimate(1, interval95: 1...1),
        Estimate(0.5, interval95: 0.5...0.5),
      ])
    #expect(found.noisyLayers[0][0].accuracy.value == 1)
    // Half of the units share the activation of a class equally.
    #expect(found.participation[0].byClass == [0.5, 0.5])
    #expect(found.participation[0].mean == Estimate(0.5, interval95: 0.5...0.5))
  }

  /// Outputs y = (0, 0) + noise: the deviation of the logit's difference is known, and so is the rate.
  @Test func noiseIsOfTheLayersRootMeanSquare() throws {
    let model = try AnalysisCase.model(
      hidden: [[1]], output: [[1], [0]], activation: .identity, outputBiases: [0, 2])
    // h = 4 always: right (class 0) where 4 + 4σg > 2, with σ = 1 where g > −1/2: 0.6915.
    let data = try Dataset(
      name: "fours", features: .floats(Matrix(rows: (0..<1000).map { _ in [4] })),
      targets: .classes([Int32](repeating: 0, count: 1000)), labels: ["0", "1"])
    let found = try #require(
      try Robustness.measure(model, on: data, fractions: [], noises: [0.01, 1]))
    #expect(found.noisyLayers[0][0].accuracy.value == 1)
    let accuracy = found.noisyLayers[0][1].accuracy
    #expect(abs(accuracy.value - 0.69146) < 0.02, "\(accuracy)")
    #expect(found.noisyThroughout[1] == found.noisyLayers[0][1])
    #expect(accuracy.interval95!.upperBound - accuracy.interval95!.lowerBound < 0.05)
  }

  @Test(arguments: AnalysisCase.activations)
  func participationIsNumPys(activation: String) throws {
    let found = try #require(
      try Robustness.measure(
        AnalysisCase.model(activation), on: AnalysisCase.data(), fractions: [], noises: []))
    for (layer, golden) in zip(found.participation, goldenAnalysis[activation]!) {
      #expect(layer.byClass.map { $0! }.isNear(golden["participation"]!))
    }
  }

  @Test func theSameForAnyThreadsAndKernels() throws {
    let (model, data) = (try AnalysisCase.model(), try AnalysisCase.data())
    func measured(_ execution: Execution) throws -> Robustness? {
      try Robustness.measure(
        model, on: data, fractions: [0.3], noises: [0.5], drawCount: 2, sampleCount: 33,
        seed: Seed(8), execution: execution)
    }
    let expected = try measured(Execution(threadCount: 1))
    for set in InstructionSet.available {
      for kernels in Execution.Kernels.allCases {
        let execution = Execution(threadCount: 3, instructionSet: set, kernels: kernels)
        #expect(try measured(execution) == expected)
      }
    }
  }

  @Test func withoutClassesThereIsNone() throws {
    let none = try Dataset(
      name: "none", features: .floats(Matrix(rows: [[1, 2, 3, 4, 5, 6]])), targets: .none)
    #expect(try Robustness.measure(AnalysisCase.model(), on: none) == nil)
  }
}
