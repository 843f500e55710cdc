// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierPlots

extension Figure4Results {
  /// Test error against the share of labels, a chart for each data set, and the paper's last.
  package var svg: String {
    let own = panels.filter { $0.curves.contains { !$0.points.isEmpty } }
    return ChartGrid(
      title: "Test error against the number of labels, with 95 % intervals",
      rows: [
        own.map { $0.chart("ours: \($0.dataName)") }
          + [Self.published.chart("paper: \(Self.published.dataName)")]
      ]
    ).svg(chartWidth: 390, chartHeight: 340)
  }
}

extension Figure4Results.Panel {
  fileprivate func chart(_ title: String) -> LineChart {
    LineChart(
      title: "\(title), \(rowCount) labels in all",
      xAxis: Axis("labels, % of the training part", range: 0...100),
      yAxis: Axis("test error, %", scale: .logarithmic),
      series: curves.map { curve in
        LineChart.Series(
          curve.name,
          points: curve.points.map { point in
            let interval = point.errors.interval95
            return LineChart.Point(
              x: 100 * fraction(of: point.labelCount), y: 100 * point.errors.fraction,
              yRange: 100 * interval.lowerBound...100 * interval.upperBound)
          })
      })
  }
}
