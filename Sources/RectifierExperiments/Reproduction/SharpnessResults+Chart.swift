// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierPlots

extension SharpnessResults {
  /// Test error against α, each data set a chart of its own, for errors of one say nothing of those
  /// of another, and the paper's last.
  package var svg: String {
    let own = curves.filter { $0.doneCount > 0 }.map { curve in
      Self.chart(
        "ours: \(curve.dataName)",
        LineChart.Series(
          "mean over seeds ± standard deviation", points: curve.points.compactMap(\.place)))
    }
    let paper = Self.chart(
      "paper: \(Self.publishedName), other data",
      LineChart.Series(
        "one network a point",
        points: Self.published.map {
          LineChart.Point(x: Self.place(of: $0.activation), y: 100 * $0.testErrorRate)
        }))
    return ChartGrid(
      title: "From softplus to the rectifier: test error against sharpness", rows: [own + [paper]]
    ).svg(chartWidth: 380, chartHeight: 300)
  }

  private static func chart(_ title: String, _ series: LineChart.Series) -> LineChart {
    LineChart(
      title: title,
      xAxis: Axis(
        "sharpness α; ∞ is the rectifier", scale: .logarithmic,
        marks: published.map { Axis.Mark(place(of: $0.activation), label($0.activation)) }),
      yAxis: Axis("test error, %"), series: [series])
  }

  /// α; that of the rectifier, which no logarithm can show, is put where twice the largest would be.
  fileprivate static func place(of activation: Activation) -> Double {
    if case .softplus(let sharpness) = activation { return Double(sharpness) }
    return 12
  }

  private static func label(_ activation: Activation) -> String {
    guard case .softplus(let sharpness) = activation else { return "∞" }
    return Int(exactly: sharpness).map(String.init) ?? "\(sharpness)"
  }
}

extension SharpnessResults.Point {
  /// The mean with the spread over seeds; nil where there is no network.
  fileprivate var place: LineChart.Point? {
    errorMoments.map { moments in
      LineChart.Point(
        x: SharpnessResults.place(of: activation), y: 100 * moments.mean,
        yRange: moments.standardDeviation.map {
          100 * (moments.mean - $0)...100 * (moments.mean + $0)
        })
    }
  }
}
