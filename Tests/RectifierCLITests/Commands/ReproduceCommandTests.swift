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
