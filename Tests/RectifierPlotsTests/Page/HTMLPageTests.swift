// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierPlots

@Suite struct HTMLPageTests {
  private static let hostile = "<script>alert(1)</script>"

  /// A page of every kind of piece, whose texts are all the same.
  private static func page(_ label: String) -> HTMLPage {
    let chart = LineChart(
      title: label, xAxis: Axis(label), yAxis: Axis(label),
      series: [LineChart.Series(label, [(x: 1, y: 2), (x: 2, y: 1)])])
    let histogram = Histogram(
      title: label, xAxis: Axis(label, range: 0...1), yAxis: Axis(label),
      bins: Histogram.bins(of: [0, 0.1, 0.9, 1], in: 0...1, count: 4))
    return HTMLPage(
      title: label,
      introduction: [
        .paragraph(label, class: "lead"),
        TileList([TileList.Tile(label, label, label), TileList.Tile(label, label)]).html,
      ],
      sections: [
        HTMLPage.Section(
          "tables", title: label,
          [
            HTMLTable(
              label,
              columns: [
                HTMLTable.Column(label, .head), HTMLTable.Column(label, .number),
                HTMLTable.Column(label, .prose), HTMLTable.Column(label),
              ], rows: [[label, label, label, label]]
            ).html,
            ConfusionHeatMap(label, labels: [label, "b"], counts: [[9, 1], [0, 5]]).html,
          ]),
        HTMLPage.Section("figures", title: label, [.beside([chart.figure(), histogram.figure()])]),
        HTMLPage.Section(
          "pictures", title: label,
          [
            PictureList(
              [PictureList.Item(png: [1, 2, 3], description: label, lines: [label, label])],
              isLarge: true
            ).html
          ]),
      ],
      footer: label)
  }

  @Test func aPageIsItsSnapshot() throws {
    try expectSnapshot(Self.page("7 & <8>").text, "page", "html")
  }

  @Test func noLabelBecomesMarkup() {
    let text = Self.page(Self.hostile).text
    #expect(!text.contains("<script"))
    #expect(text.matches(of: /&lt;script&gt;/).count > 20)
  }

  @Test func tagsMatchAndIdentifiersAreThere() {
    let text = Self.page(Self.hostile).text
    let body = text.replacing(/<style>[^<]*<\/style>/, with: "")
    let empty: Set = ["meta", "link", "img"]
    var open: [Substring] = []
    for tag in body.matches(of: /<(\/?)([a-z0-9]+)(?: [a-zA-Z0-9-]+="[^"<>]*")*(\/?)>/) {
      if tag.1 == "/" {
        #expect(open.popLast() == tag.2)
      } else if tag.3.isEmpty, !empty.contains(String(tag.2)) {
        open.append(tag.2)
      }
    }
    #expect(open.isEmpty)
    for link in text.matches(of: /href="#([a-z]+)"/) {
      #expect(text.contains("<section id=\"\(link.1)\">"))
    }
  }

  @Test func nothingIsFetched() {
    let text = Self.page("a").text
    #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("url("))
    #expect(text.matches(of: /src="(?!data:)/).isEmpty)
    #expect(text.contains("default-src 'none'") || text.contains("default-src &#39;none&#39;"))
  }
}
