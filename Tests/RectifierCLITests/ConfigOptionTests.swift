// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

/// `train --config`: defaults go before the file, the file before flags.
@Suite struct ConfigOptionTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
  }

  private func configuration(of run: String) throws -> JSONValue {
    let record = try JSONValue.parse(runner.scratch.read("\(run)/run.json"), path: "run.json")
    return try #require(record["configuration"])
  }

  private func write(_ text: String) throws {
    try runner.scratch.write(Array(text.utf8), "options.json")
  }

  @Test func aRunIsRepeatedFromItsRecord() throws {
    let first = try runner.run(
      "train data --hidden 8,5 --epochs 2 --optimizer momentum --nesterov --schedule cosine"
        + " --sign-mask --weight-l2 0.001 --seed 3 --out first")
    #expect(first.status == 0, "\(first)")
    let second = try runner.run("train --config first/run.json --out second")
    #expect(second.status == 0, "\(second)")
    #expect(try configuration(of: "second") == configuration(of: "first"))
    #expect(
      try runner.scratch.read("second/checkpoint.safetensors")
        == runner.scratch.read("first/checkpoint.safetensors"))
  }

  @Test func flagsArePutOverTheFileAndTheFileOverDefaults() throws {
    try write(
      #"""
      {"data": "nowhere", "hidden": [8], "signMask": true, "optimizer": "momentum",
       "momentum": 0.5, "nesterov": true, "epochs": 7, "batchSize": 4, "threads": 1}
      """#)
    let result = try runner.run(
      "train data --config options.json --no-sign-mask --no-nesterov --epochs 2 --out run")
    #expect(result.status == 0, "\(result)")
    let found = try configuration(of: "run")
    #expect(found["data"] == "data")
    #expect(found["hidden"] == [8])
    #expect(found["signMask"] == false)
    #expect(found["optimizer"] == "momentum" && found["nesterov"] == false)
    #expect(found["momentum"]?.doubleValue == 0.5)
    #expect(found["learningRate"]?.floatValue == 0.01)
    #expect(found["epochs"] == 2 && found["batchSize"] == 4 && found["threads"] == 1)
    #expect(found["patience"] == 0 && found["schedule"] == "constant")
  }

  @Test func anotherOptimizerLeavesTheFilesMomentumBehind() throws {
    try write(
      #"{"data": "data", "hidden": [8], "epochs": 1, "optimizer": "momentum", "momentum": 0.5}"#)
    let result = try runner.run("train --config options.json --optimizer adam --out run")
    #expect(result.status == 0, "\(result)")
    let found = try configuration(of: "run")
    #expect(found["optimizer"] == "adam" && found["momentum"] == .null)
    #expect(found["learningRate"]?.floatValue == 0.001)
  }

  @Test func anotherOptimizerThanTheRecordsHasItsOwnRate() throws {
    let first = try runner.run("train data --hidden 8 --epochs 1 --out first")
    #expect(first.status == 0, "\(first)")
    #expect(try configuration(of: "first")["learningRate"]?.floatValue == 0.1)
    for (flags, rate) in [
      ("--optimizer adam", 0.001), ("--optimizer adam --learning-rate 0.5", 0.5),
      ("--optimizer sgd --no-nesterov", 0.1),
    ] as [(String, Float)] {
      let result = try runner.run("train --config first/run.json \(flags) --out run")
      #expect(result.status == 0, "\(result)")
      #expect(try configuration(of: "run")["learningRate"]?.floatValue == rate, "\(flags)")
      try runner.scratch.remove("run")
    }
  }

  @Test func momentumInAFileServesTheOptimizerOfAFlag() throws {
    try write(#"{"data": "data", "hidden": [8], "epochs": 1, "momentum": 0.5}"#)
    let result = try runner.run("train --config options.json --optimizer momentum --out run")
    #expect(result.status == 0, "\(result)")
    #expect(try configuration(of: "run")["momentum"]?.doubleValue == 0.5)
  }

  @Test(arguments: [
    ("--optimizer adam", "options.json': configuration.momentum: only with the optimizer momentum"),
    ("--momentum 0.5", "--momentum: only with the optimizer momentum, not with sgd"),
    (
      "--optimizer momentum --hidden none",
      "options.json': configuration.signMask: no meaning without hidden layers"
    ),
  ])
  func conflictsSayWhereTheValueIsFrom(flags: String, message: String) throws {
    try write(#"{"data": "data", "momentum": 0.5, "signMask": true}"#)
    let result = try runner.run("train --config options.json \(flags) --out run")
    #expect(result.status == 64, "\(result)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!runner.exists("run"))
  }

  @Test(arguments: [
    (#"{"epochs": 1}"#, 64, "DATA: expected a folder or a catalog name to learn from"),
    (#"{"epoch": 1}"#, 64, "options.json': configuration: unknown key 'epoch'; did you mean"),
    (#"{"data": "data", "hidden": [0]}"#, 64, "configuration.hidden: expected widths from 1 on"),
    (#"{"configuration": {"data": "data"}, "epochs": 7}"#, 64, "options.json': unknown key 'epo"),
    (#"{"data": "data""#, 65, "options.json"),
  ])
  func aFileThatCannotBeUsed(text: String, status: Int32, message: String) throws {
    try write(text)
    let result = try runner.run("train --config options.json --out run")
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.errors.filter(\.isNewline).count == 1)
    #expect(!runner.exists("run"))
  }

  @Test func noFile() throws {
    #expect(try runner.run("train --config nowhere.json").status == 66)
  }
}
