// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Counts over stretches of an axis, as bars that touch.
package struct Histogram: Equatable, Sendable {
  package struct Bin: Equatable, Sendable {
    package var range: ClosedRange<Double>
    package var count: Int

    package init(_ range: ClosedRange<Double>, count: Int) {
      self.range = range
      self.count = count
    }
  }

  package var title: String
  package var xAxis: Axis
  package var yAxis: Axis
  package var bins: [Bin]

  package init(title: String, xAxis: Axis, yAxis: Axis, bins: [Bin]) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.bins = bins
  }

  /// How many of the values, all within the range, lie in each of equal stretches of it; one between two
  /// counts for the upper, the end of the range for the last.
  package static func bins(
    of values: [Double], in range: ClosedRange<Double>, count: Int
  ) -> [Bin] {
    let width = (range.upperBound - range.lowerBound) / Double(count)
    var counts = [Int](repeating: 0, count: count)
    for value in values {
      counts[max(0, min(count - 1, Int((value - range.lowerBound) / width)))] += 1
    }
    return counts.enumerated().map { number, found in
      let begin = range.lowerBound + Double(number) * width
      let end = number == count - 1 ? range.upperBound : begin + width
      return Bin(begin...end, count: found)
    }
  }

  /// The drawing on its own.
  package func svg(width: Double = 480, height: Double = 320) -> String {
    SVGText.document(
      width: width, height: height, title: title, body: lines(width: width, height: height))
  }

  /// The drawing's elements, one a line; a bar of no count is left out.
  func lines(width: Double, height: Double) -> [String] {
    let area = PlotArea(
      x: xAxis.frame(of: bins.flatMap { [$0.range.lowerBound, $0.range.upperBound] }),
      y: yAxis.frame(of: [0] + bins.map { Double($0.count) }),
      left: PlotArea.margin, right: width - PlotArea.rightMargin, top: 36, bottom: height - 42)
    return [
      SVGText.text(title, (area.left + area.right) / 2, 18, anchor: .middle, kind: "title")
    ] + area.axisLines + area.axisNames(xAxis.label, yAxis.label, height: height)
      + bins.filter { $0.count > 0 }.map { bar($0, in: area) }
  }

  private func bar(_ bin: Bin, in area: PlotArea) -> String {
    let (left, top) = area.place(x: bin.range.lowerBound, y: Double(bin.count))
    let right = area.place(x: bin.range.upperBound, y: 0).x
    // A hair of distance tells neighbours apart; what was counted is never thinner than a line.
    let (width, height) = (max(1, right - left - 1), max(1, area.bottom - top))
    return "<rect class=\"m0\" x=\"\(SVGText.coordinate(left))\""
      + " y=\"\(SVGText.coordinate(area.bottom - height))\""
      + " width=\"\(SVGText.coordinate(width))\" height=\"\(SVGText.coordinate(height))\"/>"
  }
}
