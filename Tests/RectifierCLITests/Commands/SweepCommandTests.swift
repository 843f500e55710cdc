// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierTestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct SweepCommandTests {
  private let runner: CommandRunner
  private let trialCount = 12
  private let plan = """
    {
      "base": {"data": "data", "hidden": [16, 8], "epochs": 400, "validation": 20},
      "grid": {"seed": [1, 2, 3], "activationL1": [0, 0.001], "learningRate": [0.1, 0.3]}
    }
    """

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
    try runner.scratch.write(Array(plan.utf8), "rates.json")
  }

  private func records(_ folder: String) throws -> [String: JSONValue] {
    try runner.records(in: folder)
  }

  @Test func aKilledSweepEndsWithTheSameRecords() throws {
    let whole = try runner.run("sweep rates.json --out whole --quiet")
    #expect(whole.status == 0, "\(whole)")
    #expect(try records("whole").count == trialCount)
    var kills = 0
    var generator = SystemRandomNumberGenerator()
    while try records("killed").count < trialCount {
      let command = try runner.start(["sweep", "rates.json", "--out", "killed", "--quiet"])
      // Longer and longer, so that a machine with much else to do comes to an end, too.
      let longest = UInt32(100_000 + 2_000 * kills)
      usleep(UInt32.random(in: 10_000...longest, using: &generator))
      command.send(SIGKILL)
      kills += try command.wait().status == 128 + SIGKILL ? 1 : 0
      try #require(kills < 300, "no end after \(kills) kills")
    }
    #expect(kills > 1)
    let last = try runner.run("sweep killed --json")
    #expect(last.status == 0, "\(last)")
    #expect(try records("killed") == records("whole"))
    #expect(try JSONValue.parse(Array(last.output.utf8), path: "")["doneCount"] == 12)
    // Nothing but records and the plan, and what a killed process could not remove.
    let rest = try runner.scratch.names(in: "killed").filter {
      !$0.hasSuffix(".json") && !$0.hasSuffix(".claim") && !$0.hasSuffix(".partial")
    }
    #expect(rest == [])
  }

  @Test func twoProcessesShareASweep() throws {
    let arguments = ["sweep", "rates.json", "--workers", "2"]
    let commands = try [runner.start(arguments), runner.start(arguments)]
    let results = try commands.map { try $0.wait() }
    #expect(results.map(\.status) == [0, 0], "\(results)")
    let finished = results.flatMap { result in
      result.errors.split(separator: "\n").filter { $0.contains("/\(trialCount)  validation") }
        .map { $0.drop { $0 != " " } }
    }
    #expect(finished.count == trialCount)
    #expect(Set(finished).count == trialCount)
    #expect(try records("rates").count == trialCount)
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 75)] as [(Int32, Int32)])
  func aStoppedSweepGoesOn(signal: Int32, status: Int32) throws {
    let command = try runner.start(["sweep", "rates.json", "--workers", "1", "--out", "stopped"])
    while try records("stopped").isEmpty, command.isRunning { usleep(1000) }
    command.send(signal)
    let stopped = try command.wait()
    #expect(stopped.status == status, "\(stopped)")
    #expect(stopped.output.isEmpty)
    #expect(stopped.errors.contains("go on with: rectifier sweep stopped"))
    let result = try runner.run("sweep stopped")
    #expect(result.status == 0, "\(result)")
    #expect(try runner.run("sweep rates.json --out whole --quiet").status == 0)
    #expect(try records("stopped") == records("whole"))
  }

  @Test func theTableIsRankedAndNamesWhatDiffers() throws {
    let result = try runner.run(
      "sweep data --vary learning-rate=0.1,1e30 --vary hidden=[4],[8,8] --epochs 2 --quiet")
    #expect(result.status == 0, "\(result)")
    #expect(result.errors.isEmpty)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(
      lines[0].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        == "validation test zeros a layer dead units best epoch hidden learning-rate")
    #expect(lines[1].hasPrefix("1 ") && lines[1].hasSuffix(" 0.1"))
    #expect(lines[4].contains("diverged") && lines[4].hasSuffix(" 1e+30"))
    #expect(runner.exists("runs/data-sweep-1/plan.json"))
    #expect(try runner.run("sweep runs/data-sweep-1 --quiet").output == result.output)
    #expect(try runner.run("sweep runs/data-sweep-1/plan.json --quiet").output == result.output)
    #expect(try records("runs/data-sweep-1").count == 4)
  }

  @Test(
    arguments: [
      ("sweep rates.json --epochs 3 --vary seed=1", 64, "--epochs, --vary: not to be used with"),
      ("sweep data", 64, "--vary: expected at least one"),
      ("sweep data --vary sed=1", 64, "did you mean 'seed'?"),
      ("sweep data --vary seed=1 --workers 0", 64, "--workers: expected"),
      ("sweep none.json", 66, "none.json"),
      ("sweep nowhere --vary seed=1", 66, "nowhere"),
      ("sweep data --vary batch-size=0", 64, "trial 1.batchSize"),
    ] as [(String, Int32, String)])
  func whatCannotBeDoneIsSaid(line: String, status: Int32, message: String) throws {
    let result = try runner.run(line)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func anotherPlanDoesNotTakeTheFolder() throws {
    #expect(try runner.run("sweep data --vary seed=1 --epochs 1 --out a --quiet").status == 0)
    let other = try runner.run("sweep data --vary seed=2 --epochs 1 --out a")
    #expect(other.status == 73, "\(other)")
    #expect(other.errors.contains("rectifier sweep a"))
  }
}
