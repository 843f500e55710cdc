// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierPlots

@Suite struct LineChartTests {
  private let chart = LineChart(
    title: "Dense & sparse", xAxis: Axis("zeros, %", range: 0...100),
    yAxis: Axis("µs a sample", range: 0...0),
    series: [
      LineChart.Series("dense", [(x: 0, y: 100), (x: 50, y: 101), (x: 99, y: 99)]),
      LineChart.Series("sparse", [(x: 0, y: 130), (x: 50, y: 60), (x: 99, y: 12.5)]),
      LineChart.Series("<automatic>", [(x: 0, y: 100), (x: 50, y: 60), (x: 99, y: 12.5)]),
    ])

  private let cloud = LineChart(
    title: "Errors of networks against their zeros",
    xAxis: Axis("zeros, %"), yAxis: Axis("test error, %", scale: .logarithmic),
    series: [
      LineChart.Series(
        "somebody else's networks, as published", style: .points,
        Self.scattered(from: (72, 1.2), 37, 13)),
      LineChart.Series("our networks", style: .points, Self.scattered(from: (74, 1.3), 23, 7)),
      LineChart.Series("with dead units", style: .points, [(x: 97, y: 2.1), (x: 98.5, y: 2.4)]),
      LineChart.Series(
        "mean of ours, ± standard deviation",
        points: [
          LineChart.Point(x: 77.5, y: 1.4, yRange: 1.3...1.5),
          LineChart.Point(x: 82.5, y: 1.5, yRange: 1.2...1.8),
          LineChart.Point(x: 87.5, y: 1.9),
          LineChart.Point(x: 92.5, y: 2.1, yRange: -1...2.6),
        ]),
    ])

  /// Forty points all over a rectangle, whose corner is given.
  private static func scattered(
    from corner: (x: Double, y: Double), _ xStep: Int, _ yStep: Int
  ) -> [(x: Double, y: Double)] {
    (0..<40).map { number -> (x: Double, y: Double) in
      let (column, row) = (Double(number * xStep % 40), Double(number * yStep % 40))
      return (x: corner.x + column * 0.6, y: corner.y + row / 40)
    }
  }

  @Test func aCloudWithErrorBarsIsItsSnapshot() throws {
    try expectSnapshot(cloud.svg(width: 560, height: 380), "cloud")
  }

  @Test func cloudsHaveNoLineAndErrorBarsAreShownWhole() throws {
    let lines = cloud.lines(width: 560, height: 380)
    #expect(lines.count { $0.hasPrefix("<polyline") } == 1)
    #expect(lines.count { $0.contains("faint") } == 82)
    #expect(lines.count { $0.contains(" bar\"") } == 3)
    // The axis goes on to where the bars do; what a logarithm cannot show ends at the axis.
    #expect(lines.contains { $0.hasSuffix(">5</text>") })
    let bar = try #require(lines.last { $0.contains(" bar\"") })
    #expect(bar.contains(" 338V"), "\(bar)")
  }

  @Test func namesThatDoNotFitBesideEachOtherStandInRows() {
    let narrow = cloud.lines(width: 300, height: 300)
    let rows = narrow.filter { $0.contains("text-anchor=\"start\"") }
    #expect(rows.count == 4)
    #expect(Set(rows.compactMap { $0.firstMatch(of: #/ y="(\d+)"/#)?.1 }).count == 4)
    #expect(narrow.contains { $0.hasPrefix("<line class=\"axis\"") && $0.contains("y1=\"100\"") })
  }

  @Test func aLineHasNoMarkersAndItsLegendNeither() {
    var function = chart
    for number in function.series.indices { function.series[number].style = .line }
    let lines = function.lines(width: 300, height: 200)
    #expect(!lines.contains { $0.contains("class=\"m") })
    #expect(lines.count { $0.hasPrefix("<polyline class=\"curve") } == 3)
    #expect(lines.count { $0.hasPrefix("<line class=\"curve") } == 3)
  }

  @Test func aChartIsItsSnapshot() throws {
    try expectSnapshot(chart.svg(), "chart")
  }

  @Test func aGridIsItsSnapshot() throws {
    var logarithmic = chart
    logarithmic.yAxis.scale = .logarithmic
    logarithmic.title = "The same, logarithmic"
    try expectSnapshot(
      ChartGrid(title: "Two charts and one", rows: [[chart, logarithmic], [chart]]).svg(), "grid")
  }

  @Test func itIsWellFormed() throws {
    for text in [chart.svg(), ChartGrid(title: "'\"&<>", rows: [[chart], []]).svg()] {
      var open: [Substring] = []
      for tag in text.matches(of: /<(\/?)([a-z]+)( [a-zA-Z0-9-]+="[^"<>]*")*(\/?)>/) {
        if tag.1 == "/" {
          #expect(open.popLast() == tag.2)
        } else if tag.4.isEmpty {
          open.append(tag.2)
        }
      }
      #expect(open.isEmpty)
      let content = text.replacing(/<\/?[a-z]+( [a-zA-Z0-9-]+="[^"<>]*")*\/?>/, with: "")
      #expect(!content.contains { "<>".contains($0) })
      #expect(!content.replacing(/&(amp|lt|gt|quot|#39);/, with: "").contains("&"))
    }
  }

  @Test func whatAnAxisCannotShowIsLeftOut() {
    var chart = chart
    chart.yAxis.scale = .logarithmic
    let markers = chart.lines(width: 300, height: 200).filter { $0.contains("class=\"m1\"") }.count
    chart.series[1].points += [
      LineChart.Point(x: 10, y: 0), LineChart.Point(x: .nan, y: 1),
      LineChart.Point(x: 1, y: .infinity),
    ]
    let lines = chart.lines(width: 300, height: 200)
    #expect(lines.filter { $0.contains("class=\"m1\"") }.count == markers)
    #expect(markers == 4)  // three points and the legend
  }

  @Test func noPointsMakeAnEmptyChart() {
    let empty = LineChart(title: "", xAxis: Axis(""), yAxis: Axis(""), series: [])
    #expect(empty.svg().hasSuffix("</svg>\n"))
    #expect(ChartGrid(title: "", rows: [[LineChart]]()).svg().hasSuffix("</svg>\n"))
  }
}
