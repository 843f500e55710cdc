// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierTraining

/// h = (max(0, x₀), max(0, x₁ − 10)), of which the second goes; logits (h₀ + v₀·h₁, 0.5 + v₁·h₁).
@Suite struct CompactionCheckTests {
  private static func compaction(
    head: OutputHead = .softmax(classCount: 2), weights: [Float] = [7, -7]
  ) throws -> Compaction {
    let like = try EvaluationTests.model(head: head)
    let network = try Network(
      like.network.architecture,
      tensors: [
        NamedTensor(name: "hidden.0.weight", shape: [2, 2], values: [1, 0, 0, 1]),
        NamedTensor(name: "hidden.0.bias", shape: [2], values: [0, -10]),
        NamedTensor(
          name: "output.weight", shape: [2, 2], values: [1, weights[0], 0, weights[1]]),
        NamedTensor(name: "output.bias", shape: [2], values: [0, 0.5]),
      ])
    let model = Model(
      network: network, preprocessing: like.preprocessing, imageShape: nil, labels: like.labels,
      facts: like.facts)
    let compaction = try model.compacted(on: data(EvaluationTests.features))
    #expect(compaction.removedUnits == [[1]])
    return compaction
  }

  private static func data(_ rows: Matrix) throws -> Dataset {
    try Dataset(name: "rows", features: .floats(rows), targets: .none)
  }

  @Test func onCalibrationDataNothingChanges() throws {
    let check = try Self.compaction().check(on: Self.data(EvaluationTests.features))
    #expect(
      check
        == CompactionCheck(
          sampleCount: 5, wokenSampleCount: 0, changedOutputCount: 0, changedLabelCount: 0,
          largestDifference: 0))
  }

  /// Rows 1 and 2 wake the unit: for the first the class stays, for the second it changes. At 10 it
  /// is still silent.
  static let waking = Matrix(rows: [[2, 10], [2, 11], [0.25, 12], [-1, -20], [3, 0]])

  @Test(arguments: CompactionTests.executions)
  func whatWakesAUnitIsCounted(execution: Execution) throws {
    let compaction = try Self.compaction()
    let check = try compaction.check(on: Self.data(Self.waking), execution: execution)
    #expect(check.sampleCount == 5 && check.wokenSampleCount == 2)
    #expect(check.changedOutputCount == 2 && check.changedLabelCount == 1)
    // Row 2: 1 against 1/(1 + e^{0.5 − 0.25}).
    #expect(abs(check.largestDifference - (1 - 0.4378235)) < 1e-6)
  }

  /// A unit can wake without a label, or a bit, that changes: here its weights are 0.
  @Test func wakingIsNotChanging() throws {
    let check = try Self.compaction(weights: [0, 0]).check(on: Self.data(Self.waking))
    #expect(check.wokenSampleCount == 2 && check.changedOutputCount == 0)
    #expect(check.changedLabelCount == 0 && check.largestDifference == 0)
  }

  @Test func realsHaveNoLabels() throws {
    let compaction = try Self.compaction(head: .identity(outputCount: 2))
    let check = try compaction.check(on: Self.data(Self.waking))
    #expect(check.wokenSampleCount == 2 && check.changedOutputCount == 2)
    #expect(check.changedLabelCount == nil && check.largestDifference == 14)
  }

  /// Sums that overflow give outputs that no number measures.
  @Test func aDifferenceThatIsNoNumberShows() throws {
    let compaction = try Self.compaction(head: .identity(outputCount: 2), weights: [7, 3e38])
    let rows = Matrix(rows: [[0, 15], [3e38, 13], [1, 11]])
    let check = try compaction.check(on: Self.data(rows))
    #expect(check.largestDifference == .infinity && check.changedOutputCount == 3)
    let nan = try Self.compaction(weights: [3e38, 0])
    let woken = try nan.check(on: Self.data(Matrix(rows: [[1, 11], [3e38, 1e9], [2, 12]])))
    #expect(woken.largestDifference.isNaN)
  }

  /// h₀ = max(0, x), of which the second layer's units are h₀ and max(0, h₀ − 10).
  @Test func laterLayersWakeToo() throws {
    let network = try Network(
      Architecture(inputCount: 1, hiddenWidths: [1, 2], head: .identity(outputCount: 1)),
      tensors: [
        NamedTensor(name: "hidden.0.weight", shape: [1, 1], values: [1]),
        NamedTensor(name: "hidden.0.bias", shape: [1], values: [0]),
        NamedTensor(name: "hidden.1.weight", shape: [2, 1], values: [1, 1]),
        NamedTensor(name: "hidden.1.bias", shape: [2], values: [0, -10]),
        NamedTensor(name: "output.weight", shape: [1, 2], values: [1, 1]),
        NamedTensor(name: "output.bias", shape: [1], values: [0]),
      ])
    let like = try EvaluationTests.model(head: .identity(outputCount: 2))
    let model = Model(
      network: network, preprocessing: like.preprocessing, imageShape: nil, labels: [],
      facts: like.facts)
    let compaction = try model.compacted(on: Self.data(Matrix(rows: [[1], [-2], [9]])))
    #expect(compaction.removedUnits == [[], [1]])
    let check = try compaction.check(on: Self.data(Matrix(rows: [[10], [11], [14], [-50]])))
    #expect(check.wokenSampleCount == 2 && check.largestDifference == 4)
  }

  @Test func moreRowsThanABatch() throws {
    let rows = (0..<300).map { [Float(1), $0 == 299 || $0 == 2 ? 11 : 3] }
    let check = try Self.compaction().check(on: Self.data(Matrix(rows: rows)))
    #expect(check.sampleCount == 300 && check.wokenSampleCount == 2)
    #expect(check.changedOutputCount == 2)
  }
}
