// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import Testing

@testable import RectifierTraining

@Suite struct OutputDifferenceTests {
  private let before = Matrix(rows: [[0.5, 0.25, 0.25], [0.25, 0.5, 0.25], [0.5, 0.5, 0]])

  @Test func byHand() {
    let after = Matrix(rows: [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25], [0.375, 0.5, 0.125]])
    let difference = OutputDifference(from: before, to: after, hasClasses: true)
    #expect(difference.sampleCount == 3 && difference.changedOutputCount == 2)
    #expect(difference.changedLabelCount == 2 && difference.largestDifference == 0.25)
    #expect(
      OutputDifference(from: before, to: after, hasClasses: false).changedLabelCount == nil)
  }

  @Test func nothing() {
    let difference = OutputDifference(from: before, to: before, hasClasses: true)
    #expect(difference.changedOutputCount == 0 && difference.changedLabelCount == 0)
    #expect(difference.largestDifference == 0)
  }

  @Test func aNaNIsTheLargest() {
    let after = Matrix(rows: [[.nan, 0, 0], [0.5, 0.25, 0.25], [0.5, 0.5, 0]])
    let difference = OutputDifference(from: before, to: after, hasClasses: true)
    #expect(difference.largestDifference.isNaN && difference.changedOutputCount == 2)
  }

  /// The weight 1 + 2⁻⁹ of the first unit rounds to 1: x₀ = 2 gives 2 in place of 2 + 2⁻⁸.
  @Test func aPrecisionOfWeights() throws {
    let architecture = try Architecture(
      inputCount: 1, hiddenWidths: [], head: .identity(outputCount: 1))
    let network = try Network(
      architecture,
      tensors: [
        NamedTensor(name: "output.weight", shape: [1, 1], values: [1 + 0x1p-9]),
        NamedTensor(name: "output.bias", shape: [1], values: [0x1p-20]),
      ])
    let facts = DataFacts(rowCount: 1, checksum: "crc32:00000000")
    let model = Model(
      network: network, preprocessing: Preprocessing(divisor: 1), imageShape: nil, labels: [],
      facts: TrainingFacts(
        options: TrainingOptions(activationL1: []), training: facts, validation: facts, epoch: 0,
        validationErrorRate: nil, validationLoss: nil, zeroFraction: [], deadUnitCount: []))
    let data = try Dataset(
      name: "two", features: .floats(Matrix(rows: [[2], [0]])),
      targets: .reals(Matrix(rows: [[2], [0]])), labels: [])
    let difference = try model.outputDifference(by: .bfloat16, on: data)
    #expect(difference.changedOutputCount == 1 && difference.changedLabelCount == nil)
    #expect(difference.largestDifference == 0x1p-8)
    #expect(try model.outputDifference(by: .float32, on: data).changedOutputCount == 0)
    let outputs = try model.outputs(for: data, precision: .bfloat16)
    #expect(outputs == Matrix(rows: [[2 + 0x1p-20], [0x1p-20]]))
    // Biases are not rounded: a squared error of 2⁻⁴⁰ each.
    let evaluation = try Evaluation.evaluate(model, on: data, precision: .bfloat16)
    #expect(evaluation.loss == 0x1p-40)
    #expect(try Evaluation.evaluate(model, on: data).loss > 0x1p-20)
  }
}
