// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierPlots

@Suite struct SVGTextTests {
  @Test func markupIsEscaped() {
    #expect(
      SVGText.escaped("a<b> & \"c\" 'd'\n\u{1}µ") == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; µ")
  }

  @Test(arguments: [
    (0.0, "0"), (12, "12"), (12.34, "12.3"), (12.96, "13"), (-0.04, "0"), (-7.25, "-7.3"),
    (-0.5, "-0.5"),
  ])
  func coordinatesHaveAtMostOneDecimal(value: Double, text: String) {
    #expect(SVGText.coordinate(value) == text)
  }
}
