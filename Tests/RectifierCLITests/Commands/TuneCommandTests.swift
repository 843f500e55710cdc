// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierTestSupport
import Testing

@Suite(.timeLimit(.minutes(3))) struct TuneCommandTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
  }

  @Test func theBestIsLeftReady() throws {
    let result = try runner.run(
      "tune data --trials 8 --hidden 8 --epochs 6 --batch-size 20 --out found")
    #expect(result.status == 0, "\(result)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(
      lines[0].hasSuffix(
        "error   epochs   learning-rate   optimizer   activation-l1   target-zeros"))
    #expect(lines.contains { $0.hasPrefix("as given ") })
    #expect(lines.contains { $0.hasPrefix("learning-rate ") })
    #expect(lines.contains("Best of 8 networks on the validation part:"))
    #expect(lines.contains { $0.hasPrefix("test        error ") })
    #expect(lines.contains("model       found/model.safetensors"))
    #expect(
      result.errors.contains("searching learning-rate, optimizer, activation-l1, target-zeros"))
    #expect(result.errors.contains("bracket 1, 2 epochs: 7 networks; best "))

    // The command that is printed and written trains the same model.
    let command = try runner.text("found/command.txt").split(separator: "\n")[0]
    #expect(lines.last == "again       \(command)")
    let again = try runner.run(command.dropFirst("rectifier ".count) + " --out again --quiet")
    #expect(again.status == 0, "\(again)")
    let model = try runner.scratch.read("found/model.safetensors")
    #expect(try runner.scratch.read("again/model.safetensors") == model)
    let file = try runner.run("train --config found/best.json --out file --quiet")
    #expect(file.status == 0, "\(file)")
    #expect(try runner.scratch.read("file/model.safetensors") == model)
    #expect(try runner.run("evaluate found data").status == 0)
  }

  @Test func withItsFolderItGoesOnAndFindsTheSame() throws {
    let first = try runner.run("tune data --trials 4 --hidden 8 --epochs 2 --quiet --json")
    #expect(first.status == 0 && first.errors.isEmpty, "\(first)")
    let document = try JSONValue.parse(Array(first.output.utf8), path: "")
    #expect(document["networkCount"] == 4)
    #expect(document["metric"] == "error")
    #expect(document["model"] == "runs/data-tune-1/model.safetensors")
    #expect(document["command"]?.stringValue?.hasPrefix("rectifier train data ") == true)
    let second = try runner.run("tune runs/data-tune-1 --time 2m --quiet --json")
    #expect(second.status == 0, "\(second)")
    let documents = try [first, second].map { result in
      var members = try JSONValue.parse(Array(result.output.utf8), path: "").objectValue
      members?["seconds"] = nil
      return members
    }
    #expect(documents[0] == documents[1] && documents[0] != nil)
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 75)] as [(Int32, Int32)])
  func aStoppedSearchLeavesTheBestSoFar(signal: Int32, status: Int32) throws {
    let command = try runner.start(
      ["tune", "data", "--epochs", "300", "--hidden", "16,8", "--workers", "1", "--out", "found"])
    func hasRecord() throws -> Bool {
      try runner.exists("found/trials")
        && runner.scratch.names(in: "found/trials").contains { $0.hasSuffix(".json") }
    }
    while try !hasRecord(), command.isRunning { usleep(1000) }
    command.send(signal)
    let stopped = try command.wait()
    #expect(stopped.status == status, "\(stopped)")
    #expect(stopped.output.isEmpty)
    #expect(stopped.errors.contains("go on with: rectifier tune found"))
    #expect(runner.exists("found/model.safetensors") && runner.exists("found/command.txt"))
    #expect(try runner.run("inspect found").status == 0)
  }

  @Test func aKilledSearchGoesOn() throws {
    let line = "tune data --trials 6 --epochs 60 --hidden 16,8 --quiet --json --out"
    let whole = try runner.run("\(line) whole")
    #expect(whole.status == 0, "\(whole)")
    var kills = 0
    while true {
      let command = try runner.start((line + " killed").split(separator: " ").map(String.init))
      usleep(UInt32(20_000 + 10_000 * kills))
      command.send(SIGKILL)
      if try command.wait().status == 0 { break }
      kills += 1
      try #require(kills < 200, "no end after \(kills) kills")
    }
    #expect(try runner.records(in: "killed/trials") == runner.records(in: "whole/trials"))
    #expect(
      try runner.scratch.read("killed/model.safetensors")
        == runner.scratch.read("whole/model.safetensors"))
  }

  @Test(
    arguments: [
      ("tune nowhere", 66, "nowhere"),
      ("tune data --time 5d", 64, "--time: expected a time above 0 such as 30s, 5m or 2h"),
      ("tune data --metric eror", 64, "did you mean 'error'?"),
      ("tune data --trials 0", 64, "--trials: expected"),
      ("tune data --workers 0", 64, "--workers: expected"),
      (
        "tune data --hidden none --learning-rate 0.1 --activation-l1 0", 64,
        "--activation-l1: nothing is left to search"
      ),
      ("tune data --metric rmse --hidden none --epochs 1", 64, "scored by, error, found rmse"),
      ("tune - --format fasttext", 64, "-: standard input can be read once"),
      ("tune data --time 0.000001s", 64, "--time: expected time for at least one epoch"),
    ] as [(String, Int32, String)])
  func whatCannotBeDoneIsSaid(line: String, status: Int32, message: String) throws {
    let result = try runner.run(line + " --quiet")
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func anEarlierSearchSaysAll() throws {
    #expect(
      try runner.run("tune data --trials 2 --hidden none --epochs 1 --out a --quiet").status == 0)
    let given = try runner.run("tune a --trials 3 --epochs 2")
    #expect(given.status == 64 && given.errors.contains("--epochs, --trials: not to be used with"))
    let other = try runner.run("tune data --trials 3 --hidden none --epochs 1 --out a")
    #expect(other.status == 73 && other.errors.contains("rectifier tune a"), "\(other)")
  }
}
