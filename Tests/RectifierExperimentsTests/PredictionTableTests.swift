// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierExperiments

@Suite struct PredictionTableTests {
  @Test(arguments: [
    ("7", "7"), ("two words", "two words"), ("a,b", "\"a,b\""), ("say \"a\"", "\"say \"\"a\"\"\""),
    ("line\nbreak", "\"line\nbreak\""), ("", ""),
  ])
  func cellsAreQuotedWhereTheyMustBe(text: String, cell: String) {
    #expect(PredictionTable.cell(text) == cell)
  }
}
