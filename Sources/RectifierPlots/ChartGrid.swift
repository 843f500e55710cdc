// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Charts in rows and columns, as one SVG drawing.
package struct ChartGrid: Equatable, Sendable {
  package var title: String
  package var rows: [[LineChart]]

  package init(title: String, rows: [[LineChart]]) {
    self.title = title
    self.rows = rows
  }

  /// The drawing; every chart has the size given.
  package func svg(chartWidth: Double = 340, chartHeight: Double = 270) -> String {
    let heading = 30.0
    let columnCount = rows.map(\.count).max() ?? 0
    let width = chartWidth * Double(max(1, columnCount))
    let body = rows.enumerated().flatMap { row, charts in
      charts.enumerated().flatMap { column, chart in
        let x = SVGText.coordinate(Double(column) * chartWidth)
        let y = SVGText.coordinate(heading + Double(row) * chartHeight)
        return ["<g transform=\"translate(\(x) \(y))\">"]
          + chart.lines(width: chartWidth, height: chartHeight) + ["</g>"]
      }
    }
    return SVGText.document(
      width: width, height: heading + chartHeight * Double(rows.count), title: title,
      body: [SVGText.text(title, 14, 20, kind: "title")] + body)
  }
}
