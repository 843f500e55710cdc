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
  private func model(
    _ head: OutputHead, labels: [String] = [], task: LearningTask? = nil
  ) throws -> Model {
    let count = head.outputCount
    let architecture = try Architecture(inputCount: 2, hiddenWidths: [], head: head)
    let network = try Network(
      architecture,
      tensors: [
        NamedTensor(
          name: "output.weight", shape: [count, 2], values: Array([1, 0, 0, 1].prefix(2 * count))),
        NamedTensor(name: "output.bias", shape: [count], values: Array([0, 0].prefix(count))),
      ])
    let data = DataFacts(rowCount: 1, checksum: "crc32:00000000")
    return Model(
      network: network, preprocessing: Preprocessing(divisor: 1), imageShape: nil, labels: labels,
      facts: TrainingFacts(
        options: TrainingOptions(activationL1: [], task: task), training: data, validation: data,
        epoch: 0,
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

  @Test func levelsAreExpected() throws {
    let model = try model(
      .softmax(classCount: 2), labels: ["-1", "3"], task: .ordinal(levels: [-1, 3]))
    #expect(try table(model).lines(1..<3) == "-1.0\n1.0\n")
    let full = try table(model, probabilities: true)
    #expect(full.header == "prediction,probability:-1,probability:3\n")
    #expect(full.lines(2..<3) == "1.0,0.5,0.5\n")
  }

  @Test func regressionGivesItsOwnUnits() throws {
    let model = try model(
      .identity(outputCount: 1), task: .regression(mean: 100, deviation: 0.5))
    #expect(try table(model).header == "prediction\n")
    #expect(try table(model).lines(0..<3) == "100.0\n115.0\n100.5\n")
    #expect(throws: ConfigurationError.self) { try table(model, probabilities: true) }
  }

  @Test func labelsStandBesideEachOther() throws {
    let model = try model(.logistic(outputCount: 2), labels: ["red", "a,b"])
    // Probabilities of exactly 1/2 are not above it.
    #expect(try table(model).lines(0..<3) == "\"a,b\"\nred\n\"red a,b\"\n")
    let full = try table(model, probabilities: true)
    #expect(full.header == "prediction,probability:red,\"probability:a,b\"\n")
    #expect(full.lines(1..<2).hasSuffix(",0.5\n"))
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
