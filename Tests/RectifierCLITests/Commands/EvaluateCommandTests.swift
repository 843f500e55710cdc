// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@Suite struct EvaluateCommandTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
    _ = try runner.run("train data --hidden 8 --epochs 30 --out run --quiet")
  }

  @Test func theDocument() throws {
    let json = try runner.json("evaluate run/model.safetensors data --json")
    #expect(
      json.objectValue?.keys.sorted() == [
        "confusion", "deadUnitCount", "errorRate", "errorRateInterval", "float32",
        "includesTrainingRows", "labels", "loss", "part", "precision", "sampleCount",
        "zeroFraction",
      ])
    #expect(json["part"] == "test")
    #expect(json["sampleCount"] == 24)
    #expect(json["labels"] == ["0", "1", "2", "3"])
    let confusion = try #require(json["confusion"]?.arrayValue)
    let rows = confusion.compactMap { $0.arrayValue?.compactMap(\.intValue) }
    #expect(rows.joined().reduce(0, +) == 24)
    let right = rows.indices.map { rows[$0][$0] }.reduce(0, +)
    #expect(json["errorRate"]?.doubleValue == Double(24 - right) / 24)
  }

  @Test func aPrecisionIsComparedWithFloat32() throws {
    let plain = try runner.json("evaluate run data --json")
    #expect(plain["precision"] == "float32" && plain["float32"] == .null)
    for name in ["bf16", "bfloat16"] {
      let rounded = try runner.json("evaluate run data --precision \(name) --json")
      #expect(rounded["precision"] == "bfloat16")
      let float32 = try #require(rounded["float32"])
      #expect(
        float32.objectValue?.keys.sorted() == [
          "changedLabelCount", "changedOutputCount", "errorRate", "largestDifference", "loss",
        ])
      #expect(float32["errorRate"] == plain["errorRate"] && float32["loss"] == plain["loss"])
      #expect(rounded["loss"] != plain["loss"])
      let changed = try #require(float32["changedOutputCount"]?.intValue)
      #expect(0 < changed && changed <= 24)
      #expect(try #require(float32["changedLabelCount"]?.intValue) <= changed)
      let largest = try #require(float32["largestDifference"]?.doubleValue)
      #expect(0 < largest && largest < 0.1)
    }
    let text = try runner.run("evaluate run data --precision bf16").output
    for line in ["weights     bfloat16\n", "float32     error ", "difference  error "] {
      #expect(text.contains("\n" + line), "\(text)")
    }
    #expect(text.contains("largest probability difference 0."))
    #expect(!(try runner.run("evaluate run data").output.contains("difference")))
  }

  @Test func precisionsThatDoNotExist() throws {
    for command in ["evaluate run data", "predict run data", "bench"] {
      let result = try runner.run("\(command) --precision int8")
      #expect(result.status == 64, "\(result)")
      #expect(result.errors.contains("--precision: unknown name 'int8'"), "\(result.errors)")
    }
  }

  @Test func itMeasuresWhatTrainReported() throws {
    let trained = try runner.json("train --resume run --json --quiet")
    let evaluated = try runner.json("evaluate run data --json")
    for key in ["errorRate", "loss", "zeroFraction", "deadUnitCount"] {
      #expect(trained[key] == evaluated[key], "\(key)")
    }
  }

  /// The rows that were learned from are recognised, whichever of them were held out.
  @Test(arguments: ["last", "random"])
  func rowsThatWereLearnedFrom(draw: String) throws {
    let train = "train data --hidden 4 --epochs 1 --validation-draw \(draw) --out \(draw) --quiet"
    #expect(try runner.run(train).status == 0)
    for (part, expected) in [("train", true), ("test", false)] {
      let json = try runner.json("evaluate \(draw) data --part \(part) --json")
      #expect(json["includesTrainingRows"] == .bool(expected), "\(part)")
      let text = try runner.run("evaluate \(draw) data --part \(part)").output
      #expect(text.contains("learned from these rows") == expected)
    }
  }

  @Test(arguments: [("train", 80), ("test", 24), ("all", 104)])
  func parts(part: String, count: Int) throws {
    let json = try runner.json("evaluate run data --part \(part) --json")
    #expect(json["part"] == .string(part))
    #expect(json["sampleCount"] == JSONValue(count))
    let text = try runner.run("evaluate run data --part \(part)").output
    #expect(text.hasPrefix("part        \(part) of data"), "\(text)")
  }

  @Test func aPartThatIsNotThere() throws {
    let result = try runner.run("evaluate run data --part validation")
    #expect(result.status == 65)
    #expect(result.errors.contains("expected a part validation, found train, test, all"))
  }

  @Test func theTextHasEverything() throws {
    let text = try runner.run("evaluate run data").output
    for word in ["part", "error", "loss", "hidden.0", "zeros", "dead units", "predicted", "true"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func imagesOfAnotherSize() throws {
    try QuadrantFolder.write(in: runner.scratch, "larger", side: 8)
    for command in ["evaluate", "predict"] {
      let result = try runner.run("\(command) run larger")
      #expect(result.status == 65, "\(result)")
      #expect(result.errors.contains("8×8"), "\(result.errors)")
      #expect(result.errors.contains("6×6"), "\(result.errors)")
    }
  }

  @Test func aLabelThatTheModelDoesNotKnow() throws {
    var labels = try runner.scratch.read("data/train-labels-idx1-ubyte")
    labels[9] = 7
    try runner.scratch.write(labels, "data/train-labels-idx1-ubyte")
    let result = try runner.run("evaluate run data --part train")
    #expect(result.status == 65, "\(result)")
    #expect(result.errors.contains("7"))
  }

  @Test func modelsThatCannotBeRead() throws {
    #expect(try runner.run("evaluate nowhere data").status == 66)
    #expect(try runner.run("evaluate data data").status == 66)
    let model = try runner.scratch.read("run/model.safetensors")
    for count in [0, 7, 8, 100, model.count - 1] {
      try runner.scratch.write(Array(model.prefix(count)), "broken.safetensors")
      let result = try runner.run("evaluate broken.safetensors data")
      #expect(result.status == 65, "\(count): \(result)")
      #expect(result.errors.contains("broken.safetensors"))
      #expect(result.errors.filter(\.isNewline).count == 1)
    }
  }

  @Test func threadsAndInstructionSetsDoNotShow() throws {
    let reference = try runner.run("evaluate run data --json").output
    #expect(try runner.run("evaluate run data --json --threads 1").output == reference)
    let portable = try runner.run(
      "evaluate run data --json", environment: ["RECTIFIER_ISA": "portable"])
    #expect(portable.output == reference)
  }
}
