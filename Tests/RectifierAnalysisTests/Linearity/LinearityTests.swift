// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct LinearityTests {
  private let head = OutputHead.softmax(classCount: 3)

  private func network(_ hiddenWidths: [Int], inputCount: Int = 2) throws -> Network {
    Network.drawn(
      try Architecture(inputCount: inputCount, hiddenWidths: hiddenWidths, head: head))
  }

  /// h = max(0, [x₀, −x₀, x₁]): patterns are the signs of x₀ and x₁.
  private func signs() throws -> Network {
    let architecture = try Architecture(
      inputCount: 2, hiddenWidths: [3], head: .identity(outputCount: 1))
    return try Network(
      architecture,
      tensors: [
        NamedTensor(name: "hidden.0.weight", shape: [3, 2], values: [1, 0, -1, 0, 0, 1]),
        NamedTensor(name: "hidden.0.bias", shape: [3], values: [0, 0, 0]),
        NamedTensor(name: "output.weight", shape: [1, 3], values: [1, 2, 4]),
        NamedTensor(name: "output.bias", shape: [1], values: [0.5]),
      ])
  }

  @Test func patternsByHand() throws {
    let rows: [[Float]] = [[1, 1], [2, 3], [5, 4], [-1, 2], [-3, 1], [-1, -1], [3, -4]]
    let data = try Dataset(name: "rows", features: .floats(Matrix(rows: rows)), targets: .none)
    let linearity = try Linearity.measure(try signs(), on: data, pieceSampleCount: 7)
    let patterns = try #require(linearity.layers.first)
    #expect(linearity.joint == patterns && linearity.layers.count == 1)
    #expect(patterns.sampleCount == 7 && patterns.distinctCount == 4 && patterns.singleCount == 2)
    #expect(patterns.largestCount == 3 && patterns.distinctFraction == 4.0 / 7)
    #expect(patterns.largestShare == CountedRate(count: 3, sampleCount: 7))
    #expect(patterns.unseenShare == CountedRate(count: 2, sampleCount: 7))
    // The nearest axis: 1, 2, 4, 1, 1, 1, 3.
    #expect(linearity.kinkDistance?.value == 13.0 / 7 && linearity.pieceSampleCount == 7)
    let norms = rows.map { ($0[0] * $0[0] + $0[1] * $0[1]).squareRoot() }
    let shares = zip([1, 2, 4, 1, 1, 1, 3], norms).map { $0 / Double($1) }
    #expect(abs(linearity.relativeKinkDistance!.value - shares.reduce(0, +) / 7) < 1e-6)
    #expect(linearity.largestMapDifference == 0)
  }

  /// Layers whose patterns repeat can meet in ways that do not.
  @Test func layersAreCountedApartAndTogether() throws {
    let network = try network([3, 70, 4])
    let data = try DrawnData.dataset(rowCount: 600, featureCount: 2, head: head, zeroFraction: 0)
    let linearity = try Linearity.measure(network, on: data)
    let oracle = DoubleNetwork(network)
    let patterns = data.doubleRows.map { row in
      oracle.trace(row).preActivations.dropLast().map { $0.map { $0 > 0 } }
    }
    for layer in 0..<3 {
      let own = Set(patterns.map { $0[layer] })
      #expect(linearity.layers[layer].distinctCount == own.count)
    }
    let counts = Dictionary(patterns.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(linearity.joint.distinctCount == counts.count)
    #expect(linearity.joint.singleCount == counts.values.count { $0 == 1 })
    #expect(linearity.joint.largestCount == counts.values.max())
    #expect(linearity.joint.distinctCount >= linearity.layers.map(\.distinctCount).max()!)
    #expect(linearity.pieceSampleCount == 16)
    #expect(linearity.largestMapDifference > 0 && linearity.largestMapDifference < 1e-5)
  }

  @Test func anIdentityLayerHasOnePattern() throws {
    let architecture = try Architecture(
      inputCount: 2, hiddenWidths: [4], activations: [.identity], head: head)
    let data = try DrawnData.dataset(rowCount: 30, featureCount: 2, head: head)
    let linearity = try Linearity.measure(Network.drawn(architecture), on: data)
    #expect(linearity.joint.distinctCount == 1 && linearity.joint.largestCount == 30)
    #expect(linearity.kinkDistance == nil && linearity.relativeKinkDistance == nil)
    let plain = try Linearity.measure(try network([]), on: data)
    #expect(plain.layers.isEmpty && plain.joint.distinctCount == 1)
  }

  @Test func executionAndFormOfRowsDoNotShow() throws {
    let network = try network([40, 30], inputCount: 50)
    let data = try DrawnData.dataset(
      rowCount: 300, featureCount: 50, head: head, zeroFraction: 0.96)
    let reference = try Linearity.measure(
      network, on: data, execution: Execution(threadCount: 1, instructionSet: .portable))
    for kernels in Execution.Kernels.allCases {
      let execution = Execution(threadCount: 3, kernels: kernels)
      #expect(try Linearity.measure(network, on: data, execution: execution) == reference)
      #expect(try Linearity.measure(network, on: data.sparse, execution: execution) == reference)
    }
  }

  @Test func aModelRefusesOtherDataAndOtherUnits() throws {
    let data = try DrawnData.dataset(rowCount: 12, featureCount: 6, head: head)
    let other = try DrawnData.dataset(rowCount: 12, featureCount: 5, head: head)
    let model = try SmallRun.run(data).last
    #expect(try Linearity.measure(model, on: data) == Linearity.measure(model.network, on: data))
    #expect(
      throws: LinearityError.model(
        .featureCountDiffers(data: "drawn", expected: 6, found: 5))
    ) { try Linearity.measure(model, on: other) }
    let smooth = try SmallRun.run(data, activation: .tanh).last
    let error = #expect(throws: LinearityError.self) { try Linearity.measure(smooth, on: data) }
    #expect(error?.description.contains("found tanh in hidden.0") == true)
  }
}
