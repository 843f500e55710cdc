// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierExperiments

@Suite struct RunReportTests {
  private let runs: ReportedRuns

  init() throws { runs = try ReportedRuns() }

  @Test func imagesHaveEverySection() throws {
    try runs.train("digits")
    let page = try runs.page("digits")
    for section in [
      "configuration", "curves", "units", "results", "weights", "worst", "time", "data",
    ] {
      runs.expect(page, has: "<section id=\"\(section)\">", "href=\"#\(section)\"")
    }
    runs.expect(
      page, has: "<h1>digits</h1>", "36-8-5-4, rectifier", "Test error", "of 24; 95 %:",
      "--hidden</th>", "8, 5</td>", "Zeros a layer", "Firing rates, hidden.1",
      "class=\"heat\"", "All 8 units", "Weights of unit ", "test part with the largest loss",
      "p(true) = ", "crc32:", "Samples are images of 6×6")
    #expect(page.matches(of: /src="data:image\/png;base64,/).count == 8 + 24)
    #expect(!page.contains("not here") && !page.contains("is not finished"))
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    try runs.train("digits")
    #expect(try runs.page("digits") == runs.page("digits"))
    let contents = try runs.contents("digits")
    let pages = try [1, 3].map { threads in
      let execution = try Execution.requested(threadCount: threads, environment: [:])
      let data = try RunReportData.find(
        for: contents, in: .init(), environment: [:], execution: execution)
      return try RunReport(contents, data: data, execution: execution).text
    }
    #expect(pages[0] == pages[1])
  }

  @Test func withoutDataThePageSaysWhatItLeavesOut() throws {
    try runs.train("digits")
    try runs.scratch.remove("data")
    let page = try runs.page("digits")
    #expect(page.matches(of: /Left out, as the data are not here/).count == 3)
    runs.expect(page, has: "Test error", "Weights of unit ")
    try QuadrantFolder.write(in: runs.scratch, "moved")
    let found = try runs.page("digits", in: .init(data: runs.scratch.file("moved")))
    #expect(!found.contains("Left out"))
  }

  @Test func otherDataAreRefusedWhereTheyWereGiven() throws {
    try runs.train("digits")
    let other = try QuadrantFolder.write(in: runs.scratch, "other", testCount: 20)
    #expect(throws: RunReportError.self) { try runs.page("digits", in: .init(data: other)) }
    try QuadrantFolder.write(in: runs.scratch, "data", testCount: 20)
    runs.expect(try runs.page("digits"), has: "Left out, as the data are not here: reporting: ")
  }

  @Test func aStoppedRunIsReportedAsSuch() throws {
    var steps = 0
    // 72 samples in batches of 10: the first epoch is done after 8 steps.
    try runs.train(
      "stopped",
      stop: {
        steps += 1
        return steps > 10
      })
    let page = try runs.page("stopped")
    runs.expect(page, has: "The run is not finished (stopped)", "After 1 of 2 epochs", "Test error")
  }

  @Test func aRunWithoutAModelIsRefused() throws {
    try runs.train("early", stop: { true })
    #expect(
      throws: RunReportError.noModel(path: runs.scratch.file("early"), status: .stopped)
    ) { try runs.page("early") }
    let folder = try runs.scratch.folder("empty")
    #expect(throws: RunReportError.notARun(path: folder)) { try runs.page("empty") }
    let missing = runs.scratch.file("none")
    #expect(throws: RunReportError.missing(path: missing)) { try runs.page("none") }
  }

  @Test func aNetworkWithoutHiddenLayersShowsAnImageAClass() throws {
    try runs.train("linear") {
      $0.hiddenWidths = []
      $0.activationL1 = [0]
    }
    runs.expect(
      try runs.page("linear"), has: "The network has no hidden layer", "Weights of unit 3, norm ")
  }
}
