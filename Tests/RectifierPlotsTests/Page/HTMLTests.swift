// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierPlots

@Suite struct HTMLTests {
  private static let hostile = "<script>alert('&\"')</script>"
  private static let harmless =
    "&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;"

  @Test func textsAndAttributesAreEscaped() {
    let piece = HTML.element("td", ["title": Self.hostile], HTML(Self.hostile))
    #expect(piece.markup == "<td title=\"\(Self.harmless)\">\(Self.harmless)</td>")
  }

  @Test func literalsAreTextsEvenWithSomethingPutIn() {
    let label = "<b>"
    let piece: HTML = "a \(label) & c"
    #expect(piece.markup == "a &lt;b&gt; &amp; c")
  }

  @Test func elementsHoldPiecesAndEndTheirLine() {
    let list = HTML.element("ul", [.element("li", "one"), .element("li", "two")])
    #expect(list.markup == "<ul><li>one</li>\n<li>two</li>\n</ul>\n")
    #expect(HTML.emptyElement("img", ["alt": "x"]).markup == "<img alt=\"x\">")
    #expect(HTML([HTML("a"), HTML("<")]).markup == "a&lt;")
  }

  @Test func whatControlsATerminalIsLeftOut() {
    #expect(HTML("a\u{1B}[1mb\nc").markup == "a[1mb c")
  }
}
