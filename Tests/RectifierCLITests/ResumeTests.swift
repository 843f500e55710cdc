// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierTestSupport
import Testing

/// Stopping a run, and going on with it.
@Suite(.timeLimit(.minutes(2))) struct ResumeTests {
  private let runner: CommandRunner
  /// Long enough that a signal finds it under way.
  private let long = "train data --hidden 16,8 --epochs 300 --validation 20 --progress none"
  private let files = ["model.safetensors", "checkpoint.safetensors"]

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
  }

  private func start(_ line: String) throws -> RunningCommand {
    try runner.start(line.split(separator: " ").map(String.init))
  }

  private func wait(for name: String, of command: RunningCommand) throws {
    while !runner.exists(name), command.isRunning { usleep(1000) }
    try #require(command.isRunning, "the run ended before \(name) was seen")
  }

  private func epochCount(_ run: String) throws -> Int {
    try runner.text("\(run)/metrics.csv").split(separator: "\n").count - 1
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 75), (SIGUSR1, 75)] as [(Int32, Int32)])
  func aStoppedRunResumesToTheSameBytes(signal: Int32, status: Int32) throws {
    #expect(try runner.run(long + " --out whole").status == 0)
    let command = try start(long + " --out run")
    try wait(for: "run/metrics.csv", of: command)
    command.send(signal)
    let stopped = try command.wait()
    #expect(stopped.status == status, "\(stopped)")
    #expect(stopped.output.isEmpty)
    #expect(stopped.errors.contains("rectifier train --resume run"))
    #expect(runner.exists("run/checkpoint.safetensors"))
    #expect(try runner.text("run/run.json").contains("\"status\": \"stopped\""))
    #expect(try epochCount("run") < 300)

    let resumed = try runner.run("train --resume run --quiet --threads 2")
    #expect(resumed.status == 0, "\(resumed)")
    for file in files {
      #expect(
        try runner.scratch.read("run/\(file)") == runner.scratch.read("whole/\(file)"), "\(file)")
    }
    #expect(try epochCount("run") == 300)
    #expect(try runner.text("run/run.json").contains("\"status\": \"finished\""))
  }

  @Test func aKilledRunResumesToTheSameBytes() throws {
    #expect(try runner.run(long + " --out whole").status == 0)
    let command = try start(long + " --out run")
    try wait(for: "run/checkpoint.safetensors", of: command)
    command.send(SIGKILL)
    #expect(try command.wait().status == 128 + SIGKILL)
    #expect(try runner.text("run/run.json").contains("\"status\": \"running\""))
    #expect(try runner.run("train --resume run --quiet").status == 0)
    for file in files {
      #expect(try runner.scratch.read("run/\(file)") == runner.scratch.read("whole/\(file)"))
    }
    #expect(try epochCount("run") == 300)
  }

  @Test func withoutACheckpointARunBeginsAgain() throws {
    let line = "train data --hidden 8 --epochs 2 --out run --quiet"
    #expect(try runner.run(line).status == 0)
    let model = try runner.scratch.read("run/model.safetensors")
    for file in files + ["metrics.csv"] { try runner.scratch.remove("run/\(file)") }
    let record = try runner.text("run/run.json").replacing("\"finished\"", with: "\"running\"")
    try runner.scratch.write(Array(record.utf8), "run/run.json")
    #expect(try runner.run("train --resume run --quiet").status == 0)
    #expect(try runner.scratch.read("run/model.safetensors") == model)
  }

  @Test func aFinishedRunEndsAtOnceAndSaysSo() throws {
    let line = "train data --hidden 8 --epochs 2 --out run --json"
    let first = try runner.run(line)
    let before = try runner.scratch.read("run/run.json")
    let again = try runner.run("train --resume run --json")
    #expect(again.status == 0)
    #expect(again.output == first.output)
    #expect(again.errors.contains("run is finished"))
    #expect(try runner.scratch.read("run/run.json") == before)
  }

  @Test func aRunFailsOnlyForAsLongAsItsDataAreMissing() throws {
    try runner.scratch.write([1], "data/train-images-idx3-ubyte.gz")
    #expect(try runner.run("train data --hidden 8 --epochs 2 --out run").status == 65)
    try runner.scratch.remove("data/train-images-idx3-ubyte.gz")
    let resumed = try runner.run("train --resume run --quiet")
    #expect(resumed.status == 0, "\(resumed)")
    #expect(try runner.text("run/run.json").contains("\"failure\": null"))
  }

  @Test func changedDataAreRefused() throws {
    let line = "train data --hidden 8 --epochs 2 --out run --quiet"
    #expect(try runner.run(line).status == 0)
    let record = try runner.text("run/run.json").replacing("\"finished\"", with: "\"stopped\"")
    try runner.scratch.write(Array(record.utf8), "run/run.json")
    var labels = try runner.scratch.read("data/train-labels-idx1-ubyte")
    labels[20] = (labels[20] + 1) % 4
    try runner.scratch.write(labels, "data/train-labels-idx1-ubyte")
    let result = try runner.run("train --resume run")
    #expect(result.status == 65)
    #expect(result.errors.contains("expected the data that the run began with, 72 train rows"))
  }

  @Test func dataAreFoundFromAnotherFolder() throws {
    #expect(try runner.run("train data --hidden 8 --epochs 2 --out run --quiet").status == 0)
    let record = try runner.text("run/run.json").replacing("\"finished\"", with: "\"stopped\"")
    try runner.scratch.write(Array(record.utf8), "run/run.json")
    let other = try CommandRunner()
    let result = try other.run(["train", "--resume", runner.scratch.file("run"), "--quiet"])
    #expect(result.status == 0, "\(result)")
  }

  @Test func aRunUnderWayIsLocked() throws {
    let command = try start(long + " --out run")
    try wait(for: "run/metrics.csv", of: command)
    let result = try runner.run("train --resume run")
    #expect(result.status == 73, "\(result)")
    #expect(result.errors.contains("another process is working there"))
    command.send(SIGINT)
    #expect(try command.wait().status == 130)
  }

  @Test func aSecondSignalEndsTheRunAtOnce() throws {
    let command = try start("train data --hidden 2000,2000 --batch-size 72 --epochs 300 --out run")
    try wait(for: "run/run.json", of: command)
    // The first may come before the signals are watched; nothing but an end can follow then.
    command.send(SIGINT)
    command.send(SIGTERM)
    let status = try command.wait().status
    #expect([130, 128 + SIGTERM].contains(status), "\(status)")
  }

  @Test(arguments: [
    ("{}", "unknown"), ("{\"status\": 3}", "configuration"), ("", "a value"),
  ])
  func aDamagedRecordIsRefused(text: String, message: String) throws {
    try runner.scratch.folder("run")
    try runner.scratch.write(Array(text.utf8), "run/run.json")
    let result = try runner.run("train --resume run")
    #expect(result.status == 65, "\(result)")
    #expect(result.errors.contains("run/run.json"))
  }

  @Test func aMissingRunIsNotFound() throws {
    #expect(try runner.run("train --resume nowhere").status == 66)
    #expect(try runner.run("train --resume data").status == 66)
  }
}
