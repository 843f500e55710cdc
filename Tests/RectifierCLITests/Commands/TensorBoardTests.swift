// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@Suite struct TensorBoardTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
  }

  private func eventFiles(_ folder: String) throws -> [String] {
    try runner.scratch.names(in: folder).filter { $0.contains("tfevents") }
  }

  private func train(_ options: String) throws {
    let result = try runner.run("train data --hidden 8 --epochs 2 --quiet " + options)
    #expect(result.status == 0, "\(result)")
  }

  @Test func nothingIsWrittenUnlessAskedFor() throws {
    try train("--out plain")
    #expect(try eventFiles("plain") == [])
    try train("--out run --tensorboard")
    let file = try #require(try eventFiles("run").first)
    let text = String(decoding: try runner.scratch.read("run/" + file), as: UTF8.self)
    for tag in ["loss/training", "errorRate/validation", "zeroFraction/hidden.0", "learningRate"] {
      #expect(text.ranges(of: tag).count == 2, "\(tag)")
    }
    // Everything else is as without.
    for name in ["model.safetensors", "checkpoint.safetensors"] {
      #expect(try runner.scratch.read("run/" + name) == runner.scratch.read("plain/" + name))
    }
    try train("--out other --tensorboard-dir logs/other")
    #expect(try eventFiles("other") == [] && eventFiles("logs/other").count == 1)
  }

  @Test func aResumedRunGoesOnInAFileOfItsOwn() throws {
    try train("--out run --tensorboard")
    // As a run that was stopped: its checkpoint is not the last one.
    let record = try runner.text("run/run.json").replacing("\"finished\"", with: "\"stopped\"")
    try runner.scratch.write(Array(record.utf8), "run/run.json")
    try runner.scratch.remove("run/checkpoint.safetensors")
    let result = try runner.run("train --resume run --quiet")
    #expect(result.status == 0, "\(result)")
    #expect(try eventFiles("run").count == 2)
  }
}
