// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The area between the axes.
struct PlotArea {
  let x: AxisFrame
  let y: AxisFrame
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// Room for the marks of the axes, and beside the last mark.
  static let margin = 58.0
  static let rightMargin = 14.0

  func place(x: Double, y: Double) -> (x: Double, y: Double) {
    (
      left + (right - left) * self.x.position(of: x),
      bottom - (bottom - top) * self.y.position(of: y)
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

  /// What the axes show, below and beside their marks.
  func axisNames(_ xName: String, _ yName: String, height: Double) -> [String] {
    [
      SVGText.text(xName, (left + right) / 2, height - 8, anchor: .middle),
      SVGText.text(yName, 14, (top + bottom) / 2, anchor: .middle, rotated: true),
    ]
  }
}
