// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Panels in rows and columns, as one SVG drawing.
package struct ChartGrid: Equatable, Sendable {
  /// What a place of the grid holds.
  package enum Panel: Equatable, Sendable {
    case chart(LineChart)
    case network(NetworkDiagram)

    func lines(width: Double, height: Double) -> [String] {
      switch self {
      case .chart(let chart): chart.lines(width: width, height: height)
      case .network(let diagram): diagram.lines(width: width, height: height)
      }
    }
  }

  package var title: String
  package var rows: [[Panel]]

  package init(title: String, rows: [[Panel]]) {
    self.title = title
    self.rows = rows
  }

  package init(title: String, rows: [[LineChart]]) {
    self.init(title: title, rows: rows.map { $0.map(Panel.chart) })
  }

  /// The drawing; every panel has the size given.
  package func svg(chartWidth: Double = 340, chartHeight: Double = 270) -> String {
    let heading = 30.0
    let columnCount = rows.map(\.count).max() ?? 0
    let width = chartWidth * Double(max(1, columnCount))
    let body = rows.enumerated().flatMap { row, panels in
      panels.enumerated().flatMap { column, panel in
        let x = SVGText.coordinate(Double(column) * chartWidth)
        let y = SVGText.coordinate(heading + Double(row) * chartHeight)
        return ["<g transform=\"translate(\(x) \(y))\">"]
          + panel.lines(width: chartWidth, height: chartHeight) + ["</g>"]
      }
    }
    return SVGText.document(
      width: width, height: heading + chartHeight * Double(rows.count), title: title,
      body: [SVGText.text(title, 14, 20, kind: "title")] + body)
  }
}
