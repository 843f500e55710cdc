// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct EvaluationTests {
  /// h = (max(0, x₀), max(0, −1)): the second unit is dead; logits (h₀, 0.5).
  static func model(head: OutputHead = .softmax(classCount: 2)) throws -> Model {
    let architecture = try Architecture(inputCount: 2, hiddenWidths: [2], head: head)
    let network = try Network(
      architecture,
      tensors: [
        NamedTensor(name: "hidden.0.weight", shape: [2, 2], values: [1, 0, 0, 0]),
        NamedTensor(name: "hidden.0.bias", shape: [2], values: [0, -1]),
        NamedTensor(name: "output.weight", shape: [2, 2], values: [1, 7, 0, 7]),
        NamedTensor(name: "output.bias", shape: [2], values: [0, 0.5]),
      ])
    var labels: [String] = []
    if case .softmax = head { labels = ["a", "b"] }
    let facts = DataFacts(rowCount: 5, checksum: "crc32:00000000")
    return Model(
      network: network, preprocessing: Preprocessing(divisor: 1), imageShape: nil, labels: labels,
      facts: TrainingFacts(
        options: TrainingOptions(activationL1: [0]), training: facts, validation: facts, epoch: 0,
        validationErrorRate: nil, validationLoss: nil, zeroFraction: [], deadUnitCount: []))
  }

  static let features = Matrix(rows: [[2, 5], [0.25, -1], [-1, 3], [3, 0], [1, 1]])

  @Test(arguments: Execution.Kernels.allCases)
  func classifierByHand(kernels: Execution.Kernels) throws {
    let data = try Dataset(
      name: "five", features: .floats(Self.features), targets: .classes([0, 0, 1, 1, 0]),
      labels: ["a", "b"])
    let result = try Evaluation.evaluate(
      Self.model(), on: data, execution: Execution(threadCount: 2, kernels: kernels))
    #expect(result.sampleCount == 5)
    #expect(result.confusion == [[2, 1], [1, 1]])
    #expect(result.errorRate == 2.0 / 5)
    // The first unit is silent for −1, the second always.
    #expect(result.zeroFraction == [6.0 / 10] && result.deadUnitCount == [1])
    // log(1 + exp(other logit − own)).
    let margins = [0.5 - 2, 0.5 - 0.25, 0 - 0.5, 3 - 0.5, 0.5 - 1]
    let loss = margins.map { log(1 + exp($0)) }.reduce(0, +) / 5
    #expect(abs(result.loss - loss) < 1e-6)
  }

  @Test func labelsInAnotherOrderCountAsTheModels() throws {
    let data = try Dataset(
      name: "five", features: .floats(Self.features), targets: .classes([1, 1, 0, 0, 1]),
      labels: ["b", "a"])
    #expect(try Evaluation.evaluate(Self.model(), on: data).confusion == [[2, 1], [1, 1]])
    let other = try Dataset(
      name: "five", features: .floats(Self.features), targets: .classes([1, 1, 0, 0, 1]),
      labels: ["b", "c"])
    #expect(throws: ModelError.self) { try Evaluation.evaluate(Self.model(), on: other) }
  }

  @Test func regressionByHand() throws {
    let data = try Dataset(
      name: "five", features: .floats(Self.features),
      targets: .reals(Matrix(rows: [[2, 0.5], [0.25, 1.5], [0, 0.5], [1, 0.5], [1, 0]])))
    let result = try Evaluation.evaluate(
      Self.model(head: .identity(outputCount: 2)), on: data)
    // Squared differences: 0, 1, 0, 4 and 0.25.
    #expect(result.loss == 5.25 / 5)
    #expect(result.confusion.isEmpty && result.errorRate == nil)
    #expect(result.zeroFraction == [0.6] && result.deadUnitCount == [1])
  }

  @Test func aLaterBatchWakesAUnit() throws {
    // 300 rows, of which only the last, beyond the first batch of 256, makes the unit fire.
    let rows = (0..<300).map { [$0 == 299 ? Float(1) : -1, 0] }
    let data = try Dataset(
      name: "rows", features: .floats(Matrix(rows: rows)),
      targets: .classes([Int32](repeating: 1, count: 300)), labels: ["a", "b"])
    let result = try Evaluation.evaluate(Self.model(), on: data)
    #expect(result.deadUnitCount == [1] && result.zeroFraction == [599.0 / 600])
    #expect(result.confusion == [[0, 0], [1, 299]])
    let silent = try Evaluation.evaluate(Self.model(), on: data.subset(0..<299))
    #expect(silent.deadUnitCount == [2] && silent.zeroFraction == [1])
  }
}
