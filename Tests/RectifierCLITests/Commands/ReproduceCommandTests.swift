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
    #expect(first.output.contains("warning: fewer than 15 networks in five points of zeros: "))
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
    #expect(document["warnings"]?.arrayValue?.count == 1)
  }

  @Test func figuresWithoutNetworksAreDrawnAtOnce() throws {
    for (name, text, key) in [
      ("figure1", "10.0 nA      206.9 Hz            207 Hz\n", "rates"),
      ("figure2", "64 of 576 paths from input to output are active.\n", "layers"),
    ] {
      let result = try runner.run("reproduce \(name)")
      #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
      #expect(result.output.contains(text), "\(result.output)")
      #expect(result.output.hasSuffix("\nDrawn in Reproduction/\(name).svg.\n"))
      let drawing = try runner.text("Reproduction/\(name).svg")
      #expect(drawing.hasPrefix("<svg"))
      let document = try runner.run("reproduce \(name) --json --out elsewhere")
      #expect(try JSONValue.parse(Array(document.output.utf8), path: "")[key]?.arrayValue != nil)
      #expect(try runner.text("elsewhere/\(name).svg") == drawing)
    }
  }

  @Test func theReportFollowsFromTheRecords() throws {
    let written = try runner.run("reproduce report --out report")
    #expect(written.status == 0 && written.errors.isEmpty, "\(written)")
    #expect(written.output.contains("not run: 0 of 200 networks\n"))
    #expect(written.output.hasSuffix("Written: report/REPORT.md and 2 figures.\n"))
    let checked = try runner.run("reproduce report --check --out report")
    #expect(checked.status == 0, "\(checked)")
    #expect(checked.output.hasSuffix("follow from the records.\n"))
    let document = try runner.run("reproduce report --check --out report --json")
    let sections = try JSONValue.parse(Array(document.output.utf8), path: "")["sections"]
    #expect(sections?.arrayValue?[2]["trialCount"] == 200)

    let text = try runner.text("report/REPORT.md")
    try runner.scratch.write(
      Array(text.replacing("1.354 %", with: "1.345 %").utf8), "report/REPORT.md")
    let stale = try runner.run("reproduce report --check --out report")
    #expect(stale.status == 65 && stale.output.isEmpty)
    #expect(stale.errors.contains("does not follow from the records"), "\(stale.errors)")
    #expect(try runner.text("report/REPORT.md").contains("1.345 %"))
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

  @Test(arguments: [("figure4", 16), ("sharpness", 9)])
  func eachIsDrawnFromItsRecords(name: String, count: Int) throws {
    let first = try runner.run("reproduce \(name) --budget smoke --quiet")
    #expect(first.status == 0, "\(first)")
    #expect(first.output.contains("Drawn in \(folder)/\(name).svg."))
    let records = try runner.scratch.names(in: "\(folder)/runs/\(name)")
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    #expect(records.count == count)
    let drawing = try runner.text("\(folder)/\(name).svg")
    #expect(drawing.hasPrefix("<svg") && drawing.contains("paper: NORB"))

    try runner.scratch.remove("\(folder)/\(name).svg")
    let second = try runner.run("reproduce \(name) --budget smoke --json")
    #expect(second.status == 0 && second.errors.contains("\(count) of"), "\(second)")
    #expect(try runner.text("\(folder)/\(name).svg") == drawing)
  }

  @Test(arguments: [("table2", 9 * 4), ("amazon", 24 * 3)])
  func reviewsAreMadeUpAndLearned(name: String, count: Int) throws {
    let first = try runner.run("reproduce \(name) --budget smoke --quiet")
    #expect(first.status == 0, "\(first)")
    let runs = "\(folder)/runs/\(name)"
    let records = try runner.records(in: runs)
    #expect(records.count == count)
    #expect(first.output.contains("pre-training") || first.output.contains("pre-trained"))

    // One that is missing comes back as it was.
    let names = try runner.scratch.names(in: runs).filter {
      $0.hasSuffix(".json") && !$0.hasPrefix(".")
    }
    try runner.scratch.remove("\(runs)/\(names[0])")
    let second = try runner.run("reproduce \(name) --budget smoke --json")
    #expect(second.status == 0, "\(second)")
    #expect(try runner.records(in: runs) == records)
    let document = try JSONValue.parse(Array(second.output.utf8), path: "")
    let rows = (document["cells"] ?? document["rows"])?.arrayValue
    #expect(rows?.count == (name == "table2" ? 9 : 6))
  }

  @Test(
    arguments: [
      ("reproduce figure33", 64, "did you mean 'figure3'?"),
      ("reproduce figure3 --budget smok", 64, "did you mean 'smoke'?"),
      ("reproduce figure3 --budget short", 66, "mnist"),
      ("reproduce table2 --budget short", 66, "restaurants"),
      ("reproduce amazon --budget short", 66, "amazon/books_train.svmlight"),
      ("reproduce", 64, "name"),
      ("reproduce repor", 64, "did you mean 'report'?"),
      ("reproduce figure1 --budget smoke", 64, "--budget: figure1 trains nothing; leave out"),
      ("reproduce figure2 --workers 1 --keep-models", 64, "--workers, --keep-models: figure2"),
      ("reproduce report --data-dir .", 64, "--data-dir: report trains nothing"),
      ("reproduce figure3 --check --budget smoke", 64, "--check: only for report"),
      ("reproduce report --check --out nowhere", 65, "'nowhere/REPORT.md' is missing"),
    ] as [(String, Int32, String)])
  func whatCannotBeDoneIsSaid(line: String, status: Int32, message: String) throws {
    let result = try runner.run(line)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }
}
