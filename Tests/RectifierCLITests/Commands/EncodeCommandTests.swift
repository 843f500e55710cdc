// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierInterchange
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct EncodeCommandTests {
  private let runner: CommandRunner

  /// A trained network 36-16-12-4.
  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
    _ = try runner.run("train data --hidden 16,12 --epochs 2 --out run --quiet")
  }

  @Test func theFileHoldsTheCodes() throws {
    let evaluated = try runner.json("evaluate run data --json")
    let fractions = try #require(evaluated["zeroFraction"]?.arrayValue).compactMap(\.doubleValue)
    for form in ["positions", "mask", "dense", "smallest"] {
      let json = try runner.json("encode run data --form \(form) --out codes.safetensors --json")
      let codes = try Codes(contentsOf: runner.scratch.file("codes.safetensors"))
      #expect(codes.data.rowCount == 24 && codes.layers.map(\.number) == [0, 1])
      for (layer, fraction) in zip(codes.layers, fractions) {
        let places = Double(layer.outputs.rowCount * layer.outputs.columnCount)
        #expect(abs(1 - Double(layer.outputs.entryCount) / places - fraction) < 1e-9)
        let said = json["layers"]?.arrayValue?[layer.number]
        #expect(said?["activeCount"] == JSONValue(layer.outputs.entryCount))
        #expect(form == "smallest" || said?["form"] == .string(form))
        #expect(said?["byteCounts"]?["dense"] == JSONValue(Int(places) * 4))
      }
    }
  }

  @Test func oneLayerAndTheText() throws {
    let result = try runner.run("encode run data --layer 1 --part train --out codes.safetensors")
    #expect(result.status == 0, "\(result)")
    for words in [
      "part        train of data: 80 rows", "bytes as", "positions and values",
      "bit mask and values", "hidden.1", "3 840", "codes       codes.safetensors",
    ] {
      #expect(result.output.contains(words), "\(words): \(result.output)")
    }
    #expect(!result.output.contains("hidden.0"))
    let codes = try Codes(contentsOf: runner.scratch.file("codes.safetensors"))
    #expect(codes.layers.map(\.number) == [1] && codes.data.rowCount == 80)
  }

  @Test(arguments: [
    ("encode run data", 64, "--out"), ("encode run data --form sparse --out c", 64, "--form"),
    ("encode run data --form masks --out c", 64, "did you mean 'mask'?"),
    (
      "encode run data --layer 2 --out c", 64,
      "--layer: expected all, or a whole number from 0 to 1"
    ),
    ("encode run data --layer last --out c", 64, "found 'last'"),
    ("encode run nowhere --out c", 66, "nowhere"), ("encode nowhere data --out c", 66, "nowhere"),
    ("encode run data --out run/run.json/c", 73, "run/run.json"),
  ])
  func whatCannotBeDone(line: String, status: Int32, words: String) throws {
    let result = try runner.run(line)
    #expect(result.status == status && result.output.isEmpty, "\(result)")
    #expect(result.errors.contains(words), "\(result)")
    #expect(!runner.exists("c"))
  }

  @Test func aModelWithoutHiddenLayersHasNoCodes() throws {
    _ = try runner.run("train data --hidden none --epochs 1 --out linear --quiet")
    let result = try runner.run("encode linear data --out c")
    #expect(result.status == 64 && result.errors.contains("no hidden layer"), "\(result)")
  }
}
