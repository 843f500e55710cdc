// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierInterchange
import RectifierNetworks
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct CompactCommandTests {
  private let runner: CommandRunner

  /// A trained network 36-16-12-4, of which units 3, 8 and 1 are silent.
  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
    _ = try runner.run("train data --hidden 16,12 --epochs 3 --out run --quiet")
    try rewrite { $0.silencing([[3, 8], [1]]) }
  }

  private func rewrite(_ change: (Network) throws -> Network) throws {
    let path = runner.scratch.file("run/model.safetensors")
    let model = try Model(contentsOf: path)
    try Model(
      network: change(model.network), preprocessing: model.preprocessing,
      imageShape: model.imageShape, labels: model.labels, facts: model.facts
    ).write(to: path)
  }

  @Test func theDocument() throws {
    let json = try runner.json("compact run data --json")
    #expect(
      json.objectValue?.keys.sorted() == [
        "calibration", "heldOut", "hiddenWidths", "hiddenWidthsBefore", "isReordered", "model",
        "parameterCount", "parameterCountBefore",
      ])
    #expect(json["hiddenWidthsBefore"] == [16, 12])
    let widths = try #require(json["hiddenWidths"]?.arrayValue).compactMap(\.intValue)
    #expect(widths[0] <= 14 && widths[1] <= 11 && widths.count == 2)
    #expect(json["parameterCountBefore"] == JSONValue(37 * 16 + 17 * 12 + 13 * 4))
    let count = 37 * widths[0] + (widths[0] + 1) * widths[1] + (widths[1] + 1) * 4
    #expect(json["parameterCount"] == JSONValue(count) && json["isReordered"] == false)
    #expect(json["model"] == "run/model-compact.safetensors")
    let keys = ["wokenSampleCount", "changedOutputCount", "changedLabelCount", "largestDifference"]
    for key in keys { #expect(json["calibration"]?[key]?.doubleValue == 0, "\(key)") }
    #expect(json["calibration"]?["part"] == "train" && json["heldOut"]?["part"] == "test")
    #expect(json["calibration"]?["sampleCount"] == 80 && json["heldOut"]?["sampleCount"] == 24)
    for (key, part) in [("Before", "run"), ("", "run/model-compact.safetensors")] {
      let evaluated = try runner.json("evaluate \(part) data --json")
      #expect(json["heldOut"]?["errorRate" + key] == evaluated["errorRate"])
      #expect(json["heldOut"]?["loss" + key] == evaluated["loss"])
    }
  }

  @Test func predictionsOfCalibrationDataAreTheSameText() throws {
    _ = try runner.json("compact run data --json")
    let before = try runner.run("predict run data --part train --probabilities").output
    let after = try runner.run(
      "predict run/model-compact.safetensors data --part train --probabilities")
    #expect(after.status == 0 && after.output == before && !before.isEmpty)
  }

  /// Calibrated on the first rows, in which one unit does not fire that the test part wakes.
  @Test func whatTheTestPartWakesIsCounted() throws {
    // Unit 5 fires where any pixel of the fourth quadrant is bright; class 3 is then taken out.
    try rewrite { network in
      let tensors = network.tensors().map { tensor in
        var values = tensor.values
        if tensor.name == "hidden.0.weight" {
          for pixel in 0..<36 { values[5 * 36 + pixel] = pixel == 35 ? 100 : 0 }
        }
        if tensor.name == "hidden.0.bias" { values[5] = -49.95 }
        return NamedTensor(name: tensor.name, shape: tensor.shape, values: values)
      }
      return try Network(network.architecture, tensors: tensors)
    }
    var images = try runner.scratch.read("data/train-images-idx3-ubyte")
    for row in 0..<80 { images[16 + 36 * row + 35] &= 127 }
    try runner.scratch.write(images, "data/train-images-idx3-ubyte")
    let json = try runner.json("compact run data --json")
    let labels = try runner.scratch.read("data/t10k-labels-idx1-ubyte").dropFirst(8)
    #expect(json["calibration"]?["changedOutputCount"] == 0)
    #expect(
      json["heldOut"]?["wokenSampleCount"] == JSONValue(labels.count { $0 == 3 }))
    #expect((json["heldOut"]?["changedOutputCount"]?.intValue ?? 0) > 0)
    #expect((json["heldOut"]?["largestDifference"]?.doubleValue ?? 0) > 0)
    let text = try runner.run("compact run data").output
    #expect(text.contains("part test of data, 24 samples: \(labels.count { $0 == 3 }) wake"))
  }

  @Test func theTextHasEverything() throws {
    let result = try runner.run("compact run data --reorder --out other.safetensors")
    #expect(result.status == 0, "\(result)")
    for words in [
      "hidden.0    16 → ", "hidden.1    12 → ", "parameters  848 → ", "order       by firing rate",
      "calibration part train of data, 80 samples: 0 wake a removed unit, ",
      "held out    part test of data, 24 samples: ", " changed labels, largest probability",
      "error       ", "loss        ", "model       other.safetensors",
    ] {
      #expect(result.output.contains(words), "\(words): \(result.output)")
    }
    #expect(runner.exists("other.safetensors") && !runner.exists("run/model-compact.safetensors"))
  }

  @Test func reorderingReportsItsDifference() throws {
    let json = try runner.json("compact run data --reorder --json")
    #expect(json["isReordered"] == true)
    let difference = try #require(json["calibration"]?["largestDifference"]?.doubleValue)
    #expect(difference > 0 && difference < 1e-5)
    #expect(json["calibration"]?["changedLabelCount"] == 0)
  }

  @Test func unitsThatAreNeverSilent() throws {
    _ = try runner.run(
      "train data --hidden 5 --activation tanh --epochs 1 --out smooth --quiet")
    let result = try runner.run("compact smooth data")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("hidden.0    5 → 5 units"))
    #expect(
      result.output.contains(
        "removed     nothing, every unit fires or is the last of its layer (tanh: such units are"
          + " exactly zero only by chance)"), "\(result.output)")
    #expect(runner.exists("smooth/model-compact.safetensors"))
  }

  @Test(arguments: [
    ("", "train", "test"), ("--part test", "test", nil), ("--part all", "all", nil),
    ("--part test --check-part train", "test", "train"),
  ])
  func parts(flags: String, part: String, checkPart: String?) throws {
    let json = try runner.json("compact run data --json \(flags)")
    #expect(json["calibration"]?["part"] == .string(part))
    #expect(json["heldOut"]?["part"] == checkPart.map { .string($0) })
    if checkPart == nil {
      let text = try runner.run("compact run data \(flags)").output
      #expect(text.contains("held out    nothing"), "\(text)")
    }
  }

  @Test(arguments: [
    ("compact run data --check-part train", 64, "part train is calibrated on"),
    ("compact run data --part all --check-part test", 64, "part test is calibrated on"),
    ("compact run data --check-part all", 64, "--check-part: unknown name 'all'"),
    ("compact run data --part trian", 64, "did you mean 'train'?"),
    ("compact run data --out run/model.safetensors", 64, "is the model itself"),
    ("compact run data --resize", 64, "--resize"),
    ("compact run data --threads 0", 64, "--threads"), ("compact run", 64, "data"),
    ("compact run data --check-part validation", 65, "with --check-part"),
    ("compact run data --part validation", 65, "with --part"),
    ("compact data data", 66, "data/model.safetensors"), ("compact run nowhere", 66, "nowhere"),
    ("compact run data --out run/run.json/x.safetensors", 73, "run/run.json"),
  ])
  func whatCannotBeDone(line: String, status: Int32, words: String) throws {
    let before = try runner.scratch.read("run/model.safetensors")
    let result = try runner.run(line)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(words) && result.output.isEmpty, "\(result)")
    #expect(result.errors.filter(\.isNewline).count == 1)
    #expect(try runner.scratch.read("run/model.safetensors") == before)
    #expect(!runner.exists("run/model-compact.safetensors"))
  }

  @Test func threadsAndInstructionSetsDoNotShow() throws {
    for flags in ["", "--reorder"] {
      let reference = try runner.run("compact run data --json \(flags)").output
      let bytes = try runner.scratch.read("run/model-compact.safetensors")
      let single = try runner.run("compact run data --json --threads 1 \(flags)")
      #expect(single.output == reference)
      #expect(try runner.scratch.read("run/model-compact.safetensors") == bytes)
      let portable = try runner.run(
        "compact run data --json \(flags)", environment: ["RECTIFIER_ISA": "portable"])
      #expect(portable.output == reference)
      #expect(try runner.scratch.read("run/model-compact.safetensors") == bytes)
    }
  }
}
