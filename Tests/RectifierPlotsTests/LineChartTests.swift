// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

@testable import RectifierPlots

/// The charts are those in `Snapshots/`. After a wanted change: run with
/// `RECTIFIER_WRITE_SNAPSHOTS=1` and look at them.
@Suite struct LineChartTests {
  private let chart = LineChart(
    title: "Dense & sparse", xAxis: Axis("zeros, %", range: 0...100),
    yAxis: Axis("µs a sample", range: 0...0),
    series: [
      LineChart.Series("dense", [(x: 0, y: 100), (x: 50, y: 101), (x: 99, y: 99)]),
      LineChart.Series("sparse", [(x: 0, y: 130), (x: 50, y: 60), (x: 99, y: 12.5)]),
      LineChart.Series("<automatic>", [(x: 0, y: 100), (x: 50, y: 60), (x: 99, y: 12.5)]),
    ])

  private func expectSnapshot(_ text: String, _ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/\(name).svg")
    if ProcessInfo.processInfo.environment["RECTIFIER_WRITE_SNAPSHOTS"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
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
    #expect(ChartGrid(title: "", rows: []).svg().hasSuffix("</svg>\n"))
  }
}
