// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierExperiments

@Suite struct ReportTests {
  @Test func withoutRecordsItSaysThatNothingWasRun() throws {
    let scratch = try ScratchFolder()
    let report = try Report(ofRecordsIn: scratch.file("nowhere"))
    #expect(report.sections.count == Reproduction.published.count)
    #expect(
      report.files.map(\.name) == ["REPORT.md", "ADVANTAGES.md", "figure1.svg", "figure2.svg"])
    let text = report.text
    #expect(text.contains("| Figure 3: test error against zeros | not run: 0 of 200 networks |"))
    #expect(
      text.contains(
        "| lowest error of the curve | 1.354 % | figure 3, curve | not run | – | 0 of 200 |"
      ))
    // The paper's numbers stand there all the same.
    #expect(text.contains("| zeros, least … most | 72.8 … 99.0 % |"))
    #expect(text.contains("| lowest test error | 1.22 % at 82.5 % zeros |"))
    #expect(
      text.contains(
        "| error with 90 … 95 % zeros less that with 70 … 85 % | +0.39 points (+0.33 … +0.44) |"))
    #expect(!text.contains("Warning") && !text.contains("figure3.svg"))
    #expect(text.hasSuffix("in [DEVIATIONS.md](DEVIATIONS.md).\n"))
    #expect(FileKind.of(scratch.file("nowhere")) == nil)
  }

  @Test func someRecordsGiveSomeNumbers() throws {
    let files = try Figure3Records()
    for (number, trial) in files.trials.prefix(12).enumerated() {
      try files.write(
        trial, zeros: 0.763 + Double(number) / 100, error: 0.01413 + Double(number % 3) / 1000,
        deadUnitCount: number == 11 ? 40 : 0, endsAt: 60 + 60 * number)
    }
    let text = try Report(ofRecordsIn: files.scratch.path).text
    #expect(
      text.contains(
        "| networks | 200 | figure 3, caption | 12 | – | 12 of 200 | `rectifier reproduce figure3` | 12:00 |"
      ))
    #expect(
      text.contains(
        "| networks with dead units | not counted | – | 1, at most 40 units in one | – | 12 of 200 |"
      ))
    #expect(
      text.contains(
        "**Warning:** fewer than 15 networks in five points of zeros: 4 with 75 … 80 % zeros, 5 with 80 … 85 % zeros, 3 with 85 … 90 % zeros, 0 with 90 … 95 % zeros."
      ))
    #expect(
      text.contains("![Test error against zeros: the paper's networks and ours](figure3.svg)"))
    #expect(
      text.contains("| 75 … 80 % | 55 | 1.39 ± 0.06 % | 4 | 1.49 ± 0.10 % | 0 | 1.49 ± 0.10 % |"))
    // No five points hold penalised networks enough.
    #expect(text.contains("best penalised five points | not given apart | – | too few networks |"))
    #expect(
      text.contains(
        "| error with 85 … 90 % zeros less that with 70 … 85 % | +0.11 points (+0.08 … +0.15) | figure 3 | too few networks: 3 against 9 | – | 12 of 200 |"
      ))
    #expect(!text.contains("err by"))
  }

  @Test func whatWasWrittenFollowsFromTheRecordsUntilTheyChange() throws {
    let files = try Figure3Records()
    let folder = files.scratch.path
    try files.write(files.trials[0], zeros: 0.8, error: 0.014)
    #expect(throws: ReportError.missing(path: files.scratch.file("REPORT.md"))) {
      try Report(ofRecordsIn: folder).check(in: folder)
    }
    try Report(ofRecordsIn: folder).write(to: folder)
    try Report(ofRecordsIn: folder).check(in: folder)

    try files.write(files.trials[1], zeros: 0.9, error: 0.016)
    let error = try #require(throws: ReportError.self) {
      try Report(ofRecordsIn: folder).check(in: folder)
    }
    // The first line that differs is that of the overview.
    #expect(error == .stale(path: files.scratch.file("REPORT.md"), line: 11))
    #expect("\(error)".contains("write it again: rectifier reproduce report --out"))
    try Report(ofRecordsIn: folder).write(to: folder)
    try Report(ofRecordsIn: folder).check(in: folder)
  }

  @Test func aDrawingThatIsAnotherIsFound() throws {
    let files = try Figure3Records()
    let folder = files.scratch.path
    try files.write(files.trials[0], zeros: 0.8, error: 0.014)
    let report = try Report(ofRecordsIn: folder)
    try report.write(to: folder)
    let drawing = try files.scratch.read("figure3.svg")
    try files.scratch.write(drawing + Array("\n".utf8), "figure3.svg")
    let error = try #require(throws: ReportError.self) { try report.check(in: folder) }
    guard case .stale(let path, _) = error else { throw error }
    #expect(path == files.scratch.file("figure3.svg"))
    try files.scratch.write(drawing, "figure3.svg")
    try files.scratch.write(drawing, "figure7.svg")
    #expect(throws: ReportError.unexpected(path: files.scratch.file("figure7.svg"))) {
      try report.check(in: folder)
    }
  }

  @Test func aRowWithoutANumberSaysWhy() {
    func missing(
      _ doneCount: Int, of trialCount: Int, diverged: Int = 0, isOpen: Bool = false,
      reason: String? = nil
    ) -> String {
      var evidence = ReportEvidence("make")
      evidence.doneCount = doneCount
      evidence.trialCount = trialCount
      evidence.divergedCount = diverged
      evidence.isOpen = isOpen
      return ReportSection.Row(
        "x", published: "1", place: "p", ours: nil, reason: reason, evidence: evidence
      ).missing
    }
    #expect(missing(0, of: 3) == "not run")
    #expect(missing(0, of: 3, reason: "no spread") == "not run")
    #expect(missing(2, of: 3) == "too few networks")
    #expect(missing(2, of: 3, diverged: 2) == "too few networks")
    #expect(missing(2, of: 2, diverged: 1, isOpen: true) == "too few networks")
    #expect(missing(3, of: 3, diverged: 3) == "all diverged")
    // What follows from the rates that they choose will never come.
    #expect(missing(2, of: 2, diverged: 2, isOpen: true) == "all diverged")
    #expect(missing(3, of: 3, diverged: 1) == "1 of 3 diverged")
    #expect(missing(3, of: 3) == "no spread")
    #expect(missing(3, of: 3, reason: "too few networks") == "too few networks")
  }

  @Test func cellsKeepTheirTable() {
    let evidence = ReportEvidence("a | b")
    let section = ReportSection(
      title: "T", source: "S",
      rows: [.init("x|y", published: "1", place: "p", ours: "2", evidence: evidence)],
      evidence: evidence)
    #expect(section.markdown.contains("| x\\|y | 1 | p | 2 | – | – | `a \\| b` | – |"))
  }
}
