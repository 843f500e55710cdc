// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct PredictionTableTests {
  /// A model without hidden layers that gives back its two features.
  private func model(_ head: OutputHead, labels: [String] = []) throws -> Model {
    let architecture = try Architecture(inputCount: 2, hiddenWidths: [], head: head)
    let network = try Network(
      architecture,
      tensors: [
        NamedTensor(name: "output.weight", shape: [2, 2], values: [1, 0, 0, 1]),
        NamedTensor(name: "output.bias", shape: [2], values: [0, 0]),
      ])
    let data = DataFacts(rowCount: 1, checksum: "crc32:00000000")
    return Model(
      network: network, preprocessing: Preprocessing(divisor: 1), imageShape: nil, labels: labels,
      facts: TrainingFacts(
        options: TrainingOptions(activationL1: []), training: data, validation: data, epoch: 0,
        validationErrorRate: nil, validationLoss: nil, zeroFraction: [], deadUnitCount: []))
  }

  private func data() throws -> Dataset {
    try Dataset(
      name: "three", features: .floats(Matrix(rows: [[0, 2.5], [30, 0], [1, 1]])), targets: .none)
  }

  private func table(_ model: Model, probabilities: Bool = false) throws -> PredictionTable {
    try PredictionTable(
      model: model, data: data(), hasProbabilities: probabilities,
      execution: Execution(threadCount: 1))
  }

  @Test func classesGoByTheirLabels() throws {
    let model = try model(.softmax(classCount: 2), labels: ["cat", "a \"dog\", maybe"])
    let plain = try table(model)
    #expect(plain.header == "prediction\n")
    #expect(plain.lines(0..<3) == "\"a \"\"dog\"\", maybe\"\ncat\ncat\n")
    #expect(plain.lines(1..<2) == "cat\n")
    let full = try table(model, probabilities: true)
    #expect(full.header == "prediction,probability:cat,\"probability:a \"\"dog\"\", maybe\"\n")
    #expect(full.lines(2..<3) == "cat,0.5,0.5\n")
  }

  @Test func numbersAreColumnsOfTheirOwn() throws {
    let model = try model(.identity(outputCount: 2))
    let table = try table(model)
    #expect(table.header == "prediction:0,prediction:1\n")
    #expect(table.lines(0..<3) == "0.0,2.5\n30.0,0.0\n1.0,1.0\n")
    #expect(throws: ConfigurationError.self) {
      try self.table(model, probabilities: true)
    }
  }

  @Test(arguments: [
    ("7", "7"), ("two words", "two words"), ("a,b", "\"a,b\""), ("say \"a\"", "\"say \"\"a\"\"\""),
    ("line\nbreak", "\"line\nbreak\""), ("", ""),
  ])
  func cellsAreQuotedWhereTheyMustBe(text: String, cell: String) {
    #expect(PredictionTable.cell(text) == cell)
  }
}
