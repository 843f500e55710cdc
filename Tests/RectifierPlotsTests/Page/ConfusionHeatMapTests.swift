// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierPlots

@Suite struct ConfusionHeatMapTests {
  private func markup(_ counts: [[Int]]) -> String {
    ConfusionHeatMap("c", labels: counts.indices.map(String.init), counts: counts).html.markup
  }

  @Test func whatIsRightIsTintedByItsClassAndWhatIsWrongByTheWorst() {
    let text = markup([[30, 10], [5, 0]])
    for cell in [
      "class=\"right\" style=\"--share: 41%\">30<", "class=\"wrong\" style=\"--share: 55%\">10<",
      "class=\"wrong\" style=\"--share: 28%\">5<", "class=\"right\" style=\"--share: 0%\">·<",
    ] {
      #expect(text.contains(cell), "\(cell): \(text)")
    }
  }

  @Test func noErrorsAndNoSamples() {
    #expect(!markup([[3, 0], [0, 4]]).contains("class=\"wrong\""))
    #expect(markup([[0, 0], [0, 0]]).matches(of: /--share: 0%/).count == 4)
  }
}
