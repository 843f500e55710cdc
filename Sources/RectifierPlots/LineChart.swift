// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Points and curves through points, with axes and a legend, as SVG text.
package struct LineChart: Equatable, Sendable {
  /// Points with a name, in the order in which a curve runs through them.
  package struct Series: Equatable, Sendable {
    package enum Style: Equatable, Sendable {
      /// Markers with a line between them.
      case curve
      /// Markers alone, which others shine through: a cloud of many.
      case points
      /// A line alone: a function, known everywhere.
      case line
    }

    package var name: String
    package var style: Style
    package var points: [Point]

    package init(_ name: String, style: Style = .curve, _ points: [(x: Double, y: Double)]) {
      self.init(name, style: style, points: points.map { Point(x: $0.x, y: $0.y) })
    }

    package init(_ name: String, style: Style = .curve, points: [Point]) {
      self.name = name
      self.style = style
      self.points = points
    }
  }

  package struct Point: Equatable, Sendable {
    package var x: Double
    package var y: Double
    /// What an error bar reaches over, in the units of the axis.
    package var yRange: ClosedRange<Double>?

    package init(x: Double, y: Double, yRange: ClosedRange<Double>? = nil) {
      self.x = x
      self.y = y
      self.yRange = yRange
    }
  }

  package var title: String
  package var xAxis: Axis
  package var yAxis: Axis
  package var series: [Series]

  package init(title: String, xAxis: Axis, yAxis: Axis, series: [Series]) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.series = series
  }

  /// The chart on its own.
  package func svg(width: Double = 480, height: Double = 320) -> String {
    SVGText.document(
      width: width, height: height, title: title, body: lines(width: width, height: height))
  }

  /// The chart's elements, one a line. Points that an axis cannot show are left out.
  func lines(width: Double, height: Double) -> [String] {
    let shown = series.map { series in
      series.points.filter { xAxis.shows($0.x) && yAxis.shows($0.y) }
    }
    let rows = legendRows(width: width - PlotArea.margin - PlotArea.rightMargin)
    let plot = PlotArea(
      x: xAxis.frame(of: shown.joined().map(\.x)),
      y: yAxis.frame(of: shown.joined().flatMap { [$0.y] + $0.ends.filter(yAxis.shows) }),
      left: PlotArea.margin, right: width - PlotArea.rightMargin,
      top: 36 + Self.legendRowHeight * Double(max(1, rows.count)), bottom: height - 42)
    let middle = (plot.left + plot.right) / 2
    return [SVGText.text(title, middle, 18, anchor: .middle, kind: "title")]
      + rows.enumerated().flatMap { legend($0.element, from: plot.left, row: $0.offset) }
      + plot.axisLines
      + plot.axisNames(xAxis.label, yAxis.label, height: height)
      + shown.enumerated().flatMap {
        plot.elements($0.element, style: series[$0.offset].style, number: $0.offset)
      }
  }

  private static let legendRowHeight = 16.0

  /// The numbers of the series whose names stand in each row above the plot.
  private func legendRows(width: Double) -> [[Int]] {
    var rows: [[Int]] = []
    var end = 0.0
    for (number, series) in series.enumerated() {
      if rows.isEmpty || end + legendWidth(series) > width + PlotArea.rightMargin {
        rows.append([])
        end = 0
      }
      rows[rows.count - 1].append(number)
      end += legendWidth(series)
    }
    return rows
  }

  private func legendWidth(_ series: Series) -> Double { 46 + 6.2 * Double(series.name.count) }

  /// The names of a row side by side.
  private func legend(_ numbers: [Int], from left: Double, row: Int) -> [String] {
    var x = left
    let y = 36 + Self.legendRowHeight * Double(row)
    return numbers.flatMap { number in
      let series = series[number]
      defer { x += legendWidth(series) }
      let line = SVGText.line("curve s\(number % ChartStyle.count)", x, y, x + 24, y)
      return (series.style.hasLine ? [line] : [])
        + (series.style.hasMarkers ? [ChartStyle.marker(number, x + 12, y)] : [])
        + [SVGText.text(series.name, x + 29, y + 4)]
    }
  }
}

extension LineChart.Series.Style {
  fileprivate var hasLine: Bool { self != .points }
  fileprivate var hasMarkers: Bool { self != .line }
}

extension LineChart.Point {
  /// The ends of its error bar.
  fileprivate var ends: [Double] { yRange.map { [$0.lowerBound, $0.upperBound] } ?? [] }
}

extension Axis {
  fileprivate func shows(_ value: Double) -> Bool {
    value.isFinite && (scale == .linear || value > 0)
  }
}

extension PlotArea {
  /// A curve or a cloud, its error bars behind its markers.
  fileprivate func elements(
    _ points: [LineChart.Point], style: LineChart.Series.Style, number: Int
  ) -> [String] {
    let kind = number % ChartStyle.count
    let places = points.map { place(x: $0.x, y: $0.y) }
    let text = places.map {
      "\(SVGText.coordinate($0.x)),\(SVGText.coordinate($0.y))"
    }.joined(separator: " ")
    let line = "<polyline class=\"curve s\(kind)\" points=\"\(text)\"/>"
    let markers = places.map {
      ChartStyle.marker(number, $0.x, $0.y, isFaint: style == .points)
    }
    return points.compactMap { errorBar($0, kind: kind) } + (style.hasLine ? [line] : [])
      + (style.hasMarkers ? markers : [])
  }

  /// From end to end with a cap on either; an end that the axis cannot show is the axis itself.
  private func errorBar(_ point: LineChart.Point, kind: Int) -> String? {
    guard let range = point.yRange else { return nil }
    let ends = [range.lowerBound, range.upperBound].map { end in
      let isShown = end.isFinite && (y.scale == .linear || end > 0)
      return place(x: point.x, y: isShown ? max(end, y.ends.lowerBound) : y.ends.lowerBound)
    }
    let x = SVGText.coordinate(ends[0].x)
    let caps = ends.map { "M\(SVGText.coordinate($0.x - 4)) \(SVGText.coordinate($0.y))h8" }
    return "<path class=\"s\(kind) bar\" d=\"M\(x) \(SVGText.coordinate(ends[0].y))"
      + "V\(SVGText.coordinate(ends[1].y))\(caps.joined())\"/>"
  }
}
