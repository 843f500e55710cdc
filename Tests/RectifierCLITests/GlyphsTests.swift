// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

/// Training on images that are drawn, without any data at hand.
@Suite(.timeLimit(.minutes(2))) struct GlyphsTests {
  private let runner: CommandRunner
  private let line = "train glyphs:digits?samples=300 --hidden 12 --epochs 2 --quiet"

  init() throws { runner = try CommandRunner() }

  @Test func aRunLearnsValidatesAndIsMeasured() throws {
    let result = try runner.run(line)
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains(" of 1 000, 95 % interval "))
    let record = try runner.text("runs/glyphs-digits-1/run.json")
    #expect(record.contains("\"path\": \"glyphs:digits?samples=300\""))
    #expect(record.contains("\"part\": \"validation\""))
    let evaluation = try runner.run("evaluate runs/glyphs-digits-1 glyphs:digits")
    #expect(evaluation.status == 0, "\(evaluation)")
    #expect(evaluation.output.hasPrefix("part        test of glyphs-digits\n"))
  }

  @Test func aRunGoesOnToTheSameBytes() throws {
    #expect(try runner.run(line + " --out whole --threads 1").status == 0)
    #expect(try runner.run(line + " --out run --threads 2").status == 0)
    for file in ["model.safetensors", "checkpoint.safetensors", "metrics.csv"] {
      try runner.scratch.remove("run/\(file)")
    }
    let record = try runner.text("run/run.json").replacing("\"finished\"", with: "\"running\"")
    try runner.scratch.write(Array(record.utf8), "run/run.json")
    let resumed = try runner.run("train --resume run --quiet --threads 2")
    #expect(resumed.status == 0, "\(resumed)")
    let whole = try runner.scratch.read("whole/model.safetensors")
    #expect(try runner.scratch.read("run/model.safetensors") == whole)
  }

  @Test(arguments: ["glyphs:digts", "glyphs?samples=0", "glyphs?size=3"])
  func aNameThatIsWrittenWronglyIsAUsersError(name: String) throws {
    let result = try runner.run(["train", name])
    #expect(result.status == 64, "\(result)")
    #expect(result.errors.hasPrefix("rectifier: data source '\(name)': expected "))
    #expect(result.errors.filter(\.isNewline).count == 1)
    #expect(!runner.exists("runs"))
  }
}
