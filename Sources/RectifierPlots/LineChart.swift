// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Curves through points, with axes and a legend, as SVG text.
package struct LineChart: Equatable, Sendable {
  /// A named curve.
  package struct Series: Equatable, Sendable {
    package var name: String
    package var points: [Point]

    package init(_ name: String, _ points: [(x: Double, y: Double)]) {
      self.name = name
      self.points = points.map { Point(x: $0.x, y: $0.y) }
    }
  }

  package struct Point: Equatable, Sendable {
    package var x: Double
    package var y: Double
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
    let plot = Plot(
      x: xAxis.frame(of: shown.joined().map(\.x)), y: yAxis.frame(of: shown.joined().map(\.y)),
      left: 58, right: width - 14, top: 52, bottom: height - 42)
    let middle = (plot.left + plot.right) / 2
    return [SVGText.text(title, middle, 18, anchor: .middle, kind: "title")]
      + legend(from: plot.left)
      + plot.axisLines
      + [
        SVGText.text(xAxis.label, middle, height - 8, anchor: .middle),
        SVGText.text(
          yAxis.label, 14, (plot.top + plot.bottom) / 2, anchor: .middle, rotated: true),
      ]
      + shown.enumerated().flatMap { plot.curve($0.element, number: $0.offset) }
  }

  /// The names side by side, above the plot.
  private func legend(from left: Double) -> [String] {
    var x = left
    return series.enumerated().flatMap { number, series in
      defer { x += 46 + 6.2 * Double(series.name.count) }
      return [
        SVGText.line("curve s\(number % ChartStyle.count)", x, 36, x + 24, 36),
        ChartStyle.marker(number, x + 12, 36),
        SVGText.text(series.name, x + 29, 40),
      ]
    }
  }
}

extension Axis {
  fileprivate func shows(_ value: Double) -> Bool {
    value.isFinite && (scale == .linear || value > 0)
  }
}

/// The area between the axes.
private struct Plot {
  let x: AxisFrame
  let y: AxisFrame
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  func place(_ point: LineChart.Point) -> (x: Double, y: Double) {
    (
      left + (right - left) * x.position(of: point.x),
      bottom - (bottom - top) * y.position(of: point.y)
    )
  }

  /// Grid, axes and the numbers at the marks.
  var axisLines: [String] {
    let columns = x.ticks.flatMap { tick in
      let at = left + (right - left) * x.position(of: tick)
      return [
        SVGText.line("grid", at, top, at, bottom),
        SVGText.text(x.label(of: tick), at, bottom + 15, anchor: .middle),
      ]
    }
    let rows = y.ticks.flatMap { tick in
      let at = bottom - (bottom - top) * y.position(of: tick)
      return [
        SVGText.line("grid", left, at, right, at),
        SVGText.text(y.label(of: tick), left - 6, at + 4, anchor: .end),
      ]
    }
    return columns + rows + [
      SVGText.line("axis", left, bottom, right, bottom),
      SVGText.line("axis", left, top, left, bottom),
    ]
  }

  func curve(_ points: [LineChart.Point], number: Int) -> [String] {
    let places = points.map(place)
    let text = places.map {
      "\(SVGText.coordinate($0.x)),\(SVGText.coordinate($0.y))"
    }.joined(separator: " ")
    return ["<polyline class=\"curve s\(number % ChartStyle.count)\" points=\"\(text)\"/>"]
      + places.map { ChartStyle.marker(number, $0.x, $0.y) }
  }
}
