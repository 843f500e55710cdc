// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierPlots

@Suite struct NetworkDiagramTests {
  private let diagram = NetworkDiagram(
    title: "Active paths",
    layers: [
      NetworkDiagram.Layer("input", isActive: [true, true, false]),
      NetworkDiagram.Layer("hidden", isActive: [false, true, false, true]),
      NetworkDiagram.Layer("output", isActive: [true, true]),
    ])

  private func count(_ text: String, in diagram: NetworkDiagram) -> Int {
    diagram.lines(width: 340, height: 270).count { $0.contains(text) }
  }

  @Test func itIsItsSnapshot() throws {
    let chart = LineChart(
      title: "A function", xAxis: Axis("x"), yAxis: Axis("y"),
      series: [
        LineChart.Series(
          "square", style: .line, (-4...4).map { (x: Double($0), y: Double($0 * $0)) })
      ])
    try expectSnapshot(
      ChartGrid(title: "A network and a function", rows: [[.network(diagram), .chart(chart)]])
        .svg(),
      "network")
  }

  @Test func pathsAreStrongOnlyBetweenActiveUnits() {
    // 2 · 2 and 2 · 2 of 3 · 4 + 4 · 2 paths, and one in the legend; there, two halves of a faint one.
    #expect(count("<line class=\"curve s0\"", in: diagram) == 8 + 1)
    #expect(count("<line class=\"grid\"", in: diagram) == 12 + 2)
    #expect(count("<circle class=\"m0\"", in: diagram) == 6 + 1)
    #expect(count("<circle class=\"axis\" fill=\"none\"", in: diagram) == 3 + 1)

    var silent = diagram
    silent.layers[1].isActive = [false, false, false, false]
    #expect(count("<line class=\"curve s0\"", in: silent) == 1)
    #expect(count("<line class=\"grid\"", in: silent) == 20 + 2)
  }

  @Test func unitsLieWithinThePanelAndTheInputIsLowest() throws {
    let circles = try diagram.lines(width: 340, height: 270).filter { $0.hasPrefix("<circle") }
      .dropFirst(2).map { line in
        let found = try #require(line.firstMatch(of: #/cx="([0-9.]+)" cy="([0-9.]+)"/#))
        return (x: try #require(Double(found.1)), y: try #require(Double(found.2)))
      }
    #expect(circles.count == 9)
    #expect(circles.allSatisfy { (76...334).contains($0.x) && (66...264).contains($0.y) })
    #expect(circles.prefix(3).allSatisfy { $0.y == 246 })
    #expect(circles.suffix(2).allSatisfy { $0.y == 66 })
    // No two units touch.
    for (index, first) in circles.enumerated() {
      for second in circles.dropFirst(index + 1) {
        #expect(abs(first.x - second.x) > 12 || abs(first.y - second.y) > 12)
      }
    }
  }

  @Test func aNetworkWithoutLayersIsEmpty() {
    let empty = NetworkDiagram(title: "", layers: [])
    #expect(count("<line", in: empty) == 3)
    let single = NetworkDiagram(title: "", layers: [.init("input", isActive: [true])])
    #expect(count("<circle", in: single) == 3)
  }
}
