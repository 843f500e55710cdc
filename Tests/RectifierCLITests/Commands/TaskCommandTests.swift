// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierFiles
import RectifierInterchange
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// `evaluate` and `predict` of models whose outputs are no plain classes.
@Suite struct TaskCommandTests {
  private let runner: CommandRunner

  init() throws { runner = try CommandRunner() }

  private func output(_ line: String) throws -> String {
    let result = try runner.run(line)
    #expect(result.status == 0, "\(result)")
    return result.output
  }

  private func json(_ line: String) throws -> JSONValue {
    try JSONValue.parse(Array(output(line).utf8), path: "standard output")
  }

  /// The model of a run of `train` whose classes 0 to 3 are taken for levels.
  private func writeOrdinalModel() throws {
    try QuadrantFolder.write(in: runner.scratch, "data")
    _ = try output("train data --hidden 8 --epochs 30 --out run --quiet")
    let plain = try Model(contentsOf: runner.scratch.file("run/model.safetensors"))
    var options = plain.facts.options
    options.task = .ordinal(levels: [0, 1, 2, 3])
    let facts = TrainingFacts(
      options: options, training: plain.facts.training, validation: plain.facts.validation,
      epoch: 0, validationErrorRate: nil, validationLoss: nil, zeroFraction: [],
      deadUnitCount: [])
    try Model(
      network: plain.network, preprocessing: plain.preprocessing, imageShape: plain.imageShape,
      labels: plain.labels, facts: facts
    ).write(to: runner.scratch.file("ordinal.safetensors"))
  }

  @Test func levels() throws {
    try writeOrdinalModel()
    let (plain, ordinal) = try (
      json("evaluate run data --json"), json("evaluate ordinal.safetensors data --json")
    )
    let added = ["mae", "maeInterval", "r2", "r2Interval", "rmse", "rmseInterval"]
    let (keys, plainKeys) = (
      Set(ordinal.objectValue?.keys ?? []), Set(plain.objectValue?.keys ?? [])
    )
    #expect(keys.subtracting(plainKeys) == Set(added) && plainKeys.isSubset(of: keys))
    for key in plainKeys { #expect(ordinal[key] == plain[key], "\(key)") }
    let text = try output("evaluate ordinal.safetensors data")
    let error = try #require(ordinal["rmse"]?.doubleValue)
    for line in [
      "result      error ", "RMSE        \(NumberText.fixed(error, decimals: 4)) (95 % interval ",
      "MAE         ", "R²          ", "hidden.0",
    ] {
      #expect(text.contains("\n" + line), "\(text)")
    }
    #expect(text.contains("predicted"))
    #expect(
      try output("inspect ordinal.safetensors")
        .contains("\ntask        ordinal: levels 0, 1, 2, 3\n"))
    let inspected = try self.json("inspect ordinal.safetensors --json")
    #expect(inspected["training"]?["options"]?["task"]?["name"] == "ordinal")
    #expect(try self.json("inspect run --json")["training"]?["options"]?["task"] == nil)
    let lines = try output("predict ordinal.safetensors data --probabilities").split(
      separator: "\n")
    #expect(lines[0] == "prediction,probability:0,probability:1,probability:2,probability:3")
    for line in lines.dropFirst() {
      let numbers = line.split(separator: ",").compactMap { Double($0) }
      #expect(numbers.count == 5)
      let expected = (0..<4).reduce(0) { $0 + Double($1) * numbers[$1 + 1] }
      #expect(abs(numbers[0] - expected) < 1e-6)
    }
  }

  /// A float32 array as NumPy writes it.
  private func array(_ shape: String, _ values: [Float]) -> [UInt8] {
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(shape)), }"
    header += String(repeating: " ", count: 117 - header.utf8.count) + "\n"
    return [0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0] + Array(header.utf8)
      + values.flatMap { value in
        withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) }
      }
  }

  /// y = x₀ in units of 2 around 10; the third of three rows is predicted one unit too high.
  @Test func numbers() throws {
    let network = try Network(
      Architecture(inputCount: 2, hiddenWidths: [], head: .identity(outputCount: 1)),
      tensors: [
        NamedTensor(name: "output.weight", shape: [1, 2], values: [1, 0]),
        NamedTensor(name: "output.bias", shape: [1], values: [0]),
      ])
    let facts = DataFacts(rowCount: 1, checksum: "crc32:00000000")
    try Model(
      network: network, preprocessing: Preprocessing(divisor: 1), imageShape: nil, labels: [],
      facts: TrainingFacts(
        options: TrainingOptions(activationL1: [], task: .regression(mean: 10, deviation: 2)),
        training: facts, validation: facts, epoch: 0, validationErrorRate: nil,
        validationLoss: nil, zeroFraction: [], deadUnitCount: [])
    ).write(to: runner.scratch.file("numbers.safetensors"))
    let archive = ZipMaker.stored([
      ("x.npy", array("3, 2", [1, 9, 2, 9, 4, 9])), ("y.npy", array("3,", [12, 14, 16])),
    ])
    try runner.scratch.write(archive, "numbers.npz")
    let json = try json("evaluate numbers.safetensors numbers.npz --json")
    #expect(abs(json["rmse"]!.doubleValue! - 2 / 3.0.squareRoot()) < 1e-12)
    #expect(json["mae"] == JSONValue(2.0 / 3) && json["r2"] == JSONValue(0.5))
    #expect(json["errorRate"] == .null && json["confusion"] == [])
    #expect(
      try output("inspect numbers.safetensors")
        .contains("\ntask        regression: mean 10, deviation 2\n"))
    let text = try output("evaluate numbers.safetensors numbers.npz")
    #expect(text.contains("\nresult      loss 0.3333\nRMSE        1.1547 (95 % interval "))
    #expect(
      try output("predict numbers.safetensors numbers.npz") == "prediction\n12.0\n14.0\n18.0\n")
  }

  /// y = 1000 + 100 x₀, far from what a network begins at: learned in units of its deviation, as the
  /// numbers of tables are.
  @Test func numbersOfArraysAreStandardised() throws {
    var (x, y): ([Float], [Float]) = ([], [])
    for row in 0..<60 {
      let first = Float(row % 7) / 3 - 1
      x += [first, Float(row % 5) / 2 - 1]
      y.append(1000 + 100 * first)
    }
    let archive = ZipMaker.stored([
      ("x_train.npy", array("40, 2", Array(x[..<80]))),
      ("y_train.npy", array("40,", Array(y[..<40]))),
      ("x_test.npy", array("20, 2", Array(x[80...]))),
      ("y_test.npy", array("20,", Array(y[40...]))),
    ])
    try runner.scratch.write(archive, "numbers.npz")
    let trained = try json("train numbers.npz --hidden 16 --epochs 60 --out run --json")
    let error = try #require(trained["rmse"]?.doubleValue)
    #expect(error < 10 && trained["errorRate"] == .null && trained["validationRMSE"] != nil)
    #expect(try output("inspect run").contains("\ntask        regression: mean "))
    #expect(try json("evaluate run numbers.npz --json")["rmse"]?.doubleValue == error)
    let predicted = try output("predict run numbers.npz").split(separator: "\n").dropFirst()
    for (found, truth) in zip(predicted.compactMap { Float($0) }, y[40...]) {
      #expect(abs(found - truth) < 40)
    }
    #expect(predicted.count == 20)
  }
}
