// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierExperiments

@Suite struct ReportEvidenceTests {
  @Test(
    arguments: [
      ([0.0...60], 60.0), ([0...60, 30...90], 90), ([30...90, 0...60], 90),
      ([0...60, 10...20], 60),
      ([0...60, 100...160], 120), ([0...60, 0...60], 60), ([0...10, 20...30, 5...25], 30),
    ] as [([ClosedRange<Double>], Double)])
  func timesSideBySideCountOnce(spans: [ClosedRange<Double>], expected: Double) {
    #expect(ReportEvidence.covered(spans) == expected)
  }

  @Test func whatIsMissingIsSaid() throws {
    let files = try Figure3Records()
    try files.write(files.trials[0], zeros: 0.8, error: 0.014, endsAt: 60)
    try files.write(files.trials[1], zeros: 0.8, error: 0.014, endsAt: 90)
    let folder = SweepFolder(reading: files.scratch.file("runs/figure3"))
    let records = try files.trials.prefix(3).map(folder.record)
    let evidence = ReportEvidence("make", records: records)
    #expect(evidence.count == "2 of 3" && !evidence.isComplete)
    #expect(evidence.wallSeconds == 90)
    #expect(ReportEvidence("make", records: Array(records.prefix(2))).count == "2")
    #expect(
      ReportEvidence("make", records: Array(records.suffix(1))).count
        == "0 of 1")
    #expect(ReportEvidence("make", records: Array(records.suffix(1))).wallSeconds == nil)
    #expect(evidence.divergedCount == 0)
    #expect(ReportEvidence("make").count == "–")
    var open = ReportEvidence("make", records: Array(records.prefix(2)))
    open.isOpen = true
    #expect(open.count == "2 of at least 2" && !open.isComplete)
    #expect(open.state == open.count)
    open.doneCount = 0
    #expect(open.state == "not run: 0 of at least 2 networks")
  }
}
