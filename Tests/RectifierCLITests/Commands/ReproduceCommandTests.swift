// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierTestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct ReproduceCommandTests {
  private let runner: CommandRunner
  private let folder = "runs/reproduction-smoke"

  init() throws { runner = try CommandRunner() }

  @Test func figure3IsDrawnFromItsRecords() throws {
    let first = try runner.run("reproduce figure3 --budget smoke --quiet --workers 1")
    #expect(first.status == 0, "\(first)")
    #expect(first.output.contains("12 of 12 networks are done."))
    #expect(first.output.contains("Drawn in runs/reproduction-smoke/figure3.svg."))
    let records = try runner.scratch.names(in: "\(folder)/runs/figure3")
    #expect(records.count == 12 && records.allSatisfy { $0.hasSuffix(".json") })
    let drawing = try runner.text("\(folder)/figure3.svg")
    #expect(drawing.hasPrefix("<svg"))

    // Removed, the drawing comes back from the records alone, and one record that is missing too.
    try runner.scratch.remove("\(folder)/figure3.svg")
    try runner.scratch.remove("\(folder)/runs/figure3/\(records[3])")
    let second = try runner.run("reproduce figure3 --budget smoke --json")
    #expect(second.status == 0, "\(second)")
    #expect(second.errors.contains("11 of 12 networks are done\n"))
    #expect(try runner.text("\(folder)/figure3.svg") == drawing)
    let document = try JSONValue.parse(Array(second.output.utf8), path: "")
    #expect(document["networkCount"] == 12 && document["trialCount"] == 12)
  }

  /// Networks with pre-training, and later ones that follow from earlier ones.
  @Test func aKilledTableEndsWithTheSameRecords() throws {
    let whole = try runner.run("reproduce table1 --budget smoke --out whole --quiet")
    #expect(whole.status == 0, "\(whole)")
    let expected = try runner.records(in: "whole/runs/table1")
    #expect(expected.count >= 24 * 5)
    let arguments = ["reproduce", "table1", "--budget", "smoke", "--out", "killed", "--quiet"]
    var kills = 0
    var generator = SystemRandomNumberGenerator()
    while true {
      let command = try runner.start(arguments)
      usleep(UInt32.random(in: 50_000...1_500_000, using: &generator))
      command.send(SIGKILL)
      let result = try command.wait()
      if result.status == 0 {
        #expect(result.output == whole.output)
        break
      }
      #expect(result.status == 128 + SIGKILL, "\(result)")
      kills += 1
      try #require(kills < 300, "no end after \(kills) kills")
    }
    #expect(kills > 1)
    #expect(try runner.records(in: "killed/runs/table1") == expected)
  }

  @Test(
    arguments: [
      ("reproduce figure33", 64, "did you mean 'figure3'?"),
      ("reproduce figure3 --budget smok", 64, "did you mean 'smoke'?"),
      ("reproduce figure3 --budget short", 66, "mnist"),
      ("reproduce", 64, "name"),
    ] as [(String, Int32, String)])
  func whatCannotBeDoneIsSaid(line: String, status: Int32, message: String) throws {
    let result = try runner.run(line)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }
}
