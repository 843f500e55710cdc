// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@Suite struct InspectCommandTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
    _ = try runner.run(
      "train data --hidden 8,5 --activation rectifier,tanh --epochs 3 --seed 7 --out run --quiet")
  }

  @Test func theTextSaysWhatTheModelIs() throws {
    let result = try runner.run("inspect run/model.safetensors")
    #expect(result.status == 0, "\(result)")
    for word in ["36-8-5-4", "rectifier", "tanh", "365", "seed", "crc32:"] {
      #expect(result.output.contains(word), "\(word): \(result.output)")
    }
  }

  @Test func theDocument() throws {
    let result = try runner.run("inspect run --json")
    let json = try JSONValue.parse(Array(result.output.utf8), path: "standard output")
    #expect(json["architecture"]?["hiddenWidths"] == [8, 5])
    #expect(json["parameterCount"] == 365)
    #expect(json["labels"] == ["0", "1", "2", "3"])
    #expect(json["compactions"] == [])
  }

  @Test func whatWasCompactedIsShown() throws {
    #expect(try runner.run("compact run data --reorder").status == 0)
    let file = "run/model-compact.safetensors"
    let text = try runner.run(["inspect", file]).output
    let from = "compacted   after that, from 8-5 hidden units, ordered by firing rate"
    #expect(text.contains("\(from), on 80 rows, crc32:"), "\(text)")
    let result = try runner.run(["inspect", file, "--json"])
    let json = try JSONValue.parse(Array(result.output.utf8), path: "standard output")
    let compactions = try #require(json["compactions"]?.arrayValue)
    #expect(compactions.count == 1)
    #expect(compactions[0]["hiddenWidths"] == [8, 5] && compactions[0]["isReordered"] == true)
    #expect(compactions[0]["calibration"]?["sampleCount"] == 80)
  }

  @Test func optimizerScheduleAndPenaltyAreShown() throws {
    _ = try runner.run(
      "train data --hidden 8 --epochs 1 --optimizer momentum --nesterov --schedule exponential:0.5"
        + " --weight-l2 0.01 --input-dropout 0.2 --dropout 0.5 --out other --quiet")
    let text = try runner.run("inspect other").output
    let options = "momentum 0.9 (Nesterov), learning rate 0.01, exponential:0.5 schedule, batch"
    #expect(text.contains(options), "\(text)")
    #expect(text.contains(", weight L2 0.01, input dropout 0.2, dropout 0.5"), "\(text)")
    let result = try runner.run("inspect other --json")
    let json = try JSONValue.parse(Array(result.output.utf8), path: "standard output")
    let found = json["training"]?["options"]
    #expect(found?["optimizer"] == "momentum" && found?["nesterov"] == true)
    #expect(found?["schedule"] == "exponential:0.5")
    #expect(found?["momentum"]?.floatValue == 0.9 && found?["weightL2"]?.floatValue == 0.01)
    #expect(found?["inputDropout"]?.floatValue == 0.2)
    #expect(found?["dropout"]?.arrayValue?.map(\.floatValue) == [0.5])
  }

  @Test func whatIsNoModel() throws {
    #expect(try runner.run("inspect nowhere").status == 66)
    #expect(try runner.run("inspect run/run.json").status == 65)
  }
}
