// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Values, losses and gradients of every head against PyTorch: Golden/make_heads.py.
@Suite struct HeadTests {
  private static let (rowCount, inputCount, outputCount) = (5, 4, 3)

  private static let rows = Matrix.fractions(rowCount, inputCount, (43, 71), 67, 33, 16)

  private static func targets(_ head: OutputHead) -> Dataset.Targets {
    switch head {
    case .softmax: .classes((0..<rowCount).map { Int32($0 % outputCount) })
    case .logistic: .reals(.fractions(rowCount, outputCount, (3, 5), 9, 0, 8))
    default: .reals(.fractions(rowCount, outputCount, (19, 23), 41, 20, 16))
    }
  }

  private static func network(_ head: OutputHead) throws -> Network {
    let weights = Matrix.fractions(outputCount, inputCount, (37, 61), 97, 48, 32)
    let biases = Matrix.fractions(1, outputCount, (0, 29), 31, 15, 64)
    return try Network(
      Architecture(inputCount: inputCount, hiddenWidths: [], head: head),
      tensors: [
        NamedTensor(
          name: "output.weight", shape: [outputCount, inputCount],
          values: (0..<outputCount).flatMap { weights.row($0) }),
        NamedTensor(name: "output.bias", shape: [outputCount], values: biases.row(0)),
      ])
  }

  private func expectNear(_ found: [Float], _ expected: [Double]) {
    #expect(found.count == expected.count)
    for (found, exact) in zip(found, expected) {
      #expect(abs(Double(found) - exact) <= 1e-6 * max(abs(exact), 0.1))
    }
  }

  @Test(arguments: OutputHead.all(outputCount: outputCount))
  func agreesWithPyTorch(head: OutputHead) throws {
    let golden = try #require(goldenHeads.first { $0.name == head.name })
    let network = try Self.network(head)
    for set in InstructionSet.available {
      let execution = Execution(threadCount: 1, instructionSet: set)
      let values = Predictor(network, execution: execution).predict(Self.rows)
      expectNear((0..<Self.rowCount).flatMap { values.row($0) }, golden.values)
      let (gradient, loss) = network.gradient(
        of: Self.rows, targets: Self.targets(head), execution: execution)
      #expect(abs(loss - golden.loss) <= 1e-6 * golden.loss)
      expectNear(gradient.weights(ofLayer: 0) + gradient.biases(ofLayer: 0), golden.gradient)
    }
  }

  /// A model evaluates to the same loss; without classes it has no error rate.
  @Test(arguments: OutputHead.all(outputCount: outputCount))
  func evaluatesToTheMeanLoss(head: OutputHead) throws {
    let golden = try #require(goldenHeads.first { $0.name == head.name })
    let labels = (0..<(head.classCount ?? 0)).map { "\($0)" }
    let data = try Dataset(
      name: "five", features: .floats(Self.rows), targets: Self.targets(head), labels: labels)
    let facts = DataFacts(rowCount: 5, checksum: "crc32:00000000")
    let model = Model(
      network: try Self.network(head), preprocessing: Preprocessing(divisor: 1), imageShape: nil,
      labels: labels,
      facts: TrainingFacts(
        options: TrainingOptions(activationL1: []), training: facts, validation: facts, epoch: 0,
        validationErrorRate: nil, validationLoss: nil, zeroFraction: [], deadUnitCount: []))
    let result = try Evaluation.evaluate(model, on: data)
    #expect(abs(result.loss - golden.loss) <= 1e-6 * golden.loss)
    #expect((result.errorRate == nil) == (head.classCount == nil))
  }

  /// At y = 0 the rectifier head has no slope, though its target is 1.
  @Test func atTheKinkARectifierHeadGivesNoGradient() throws {
    let architecture = try Architecture(
      inputCount: 2, hiddenWidths: [], head: .rectifier(outputCount: 2))
    let network = Network(architecture, seed: Seed(1), initializer: .constant(0))
    let (gradient, loss) = network.gradient(
      of: Matrix(rows: [[1, 1]]), targets: .reals(Matrix(rows: [[1, 2]])))
    #expect(loss == 5)
    #expect(gradient.weights(ofLayer: 0) + gradient.biases(ofLayer: 0) == [0, 0, 0, 0, 0, 0])
  }
}
