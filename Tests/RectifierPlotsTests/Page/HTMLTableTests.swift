// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierPlots

@Suite struct HTMLTableTests {
  @Test func longTextsAreProseAndNumbersAreNumbers() {
    #expect(HTMLTable.Column.Kind(ofTexts: ["a", "b"]) == .text)
    #expect(HTMLTable.Column.Kind(ofTexts: ["a", String(repeating: "b", count: 49)]) == .prose)
    #expect(HTMLTable.Column.Kind(ofValues: ["1", "-2.5e3", "–"]) == .number)
    #expect(HTMLTable.Column.Kind(ofValues: ["1", "one"]) == .text)
  }

  @Test func cellsBesideProseKnowTheirColumn() {
    let table = HTMLTable(
      "c", columns: [HTMLTable.Column("n", .number), HTMLTable.Column("why", .prose)],
      rows: [["1", "since"]])
    let cells =
      "<td class=\"number\"><span class=\"column\">n </span>1</td>"
      + "<td class=\"prose\"><span class=\"column\">why </span>since</td>"
    #expect(table.html.markup.contains(cells))
  }

  @Test func aTableScrollsInItsOwnBoxUnderItsName() {
    let table = HTMLTable(
      "What & why", columns: [HTMLTable.Column("what", .head), HTMLTable.Column("n", .number)],
      rows: [["a", "1"]])
    let markup = table.html.markup
    for piece in [
      "<p class=\"caption\">What &amp; why</p>",
      "<div class=\"scroll\" role=\"region\" aria-label=\"What &amp; why\" tabindex=\"0\">",
      "<th scope=\"col\">what</th><th class=\"number\" scope=\"col\">n</th>",
      "<th scope=\"row\">a</th><td class=\"number\">1</td>",
    ] {
      #expect(markup.contains(piece), "\(piece): \(markup)")
    }
  }
}
