// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierCLI

@Suite struct AnalysisTableTests {
  @Test func modelsStandSideBySide() {
    let first = [AnalysisRow("a", "1"), AnalysisRow("b", "22"), AnalysisRow("end", "3")]
    let second = [
      AnalysisRow("a", "4"), AnalysisRow("b", "5"), AnalysisRow("c", "6"), AnalysisRow("end", "7"),
    ]
    #expect(
      AnalysisTable.lines("Title", names: ["x", "yy"], columns: [first, second]) == [
        "Title", "       x   yy", "a      1    4", "b     22    5", "c      -    6",
        "end    3    7",
      ])
  }

  @Test func barsAreSharesOfTheLargest() {
    #expect(HistogramText.bars([8, 4, 1, 0]) == "█▄▁·")
    #expect(HistogramText.bars([1000, 1, 0]) == "█▁·" && HistogramText.bars([0, 0]) == "··")
  }
}
