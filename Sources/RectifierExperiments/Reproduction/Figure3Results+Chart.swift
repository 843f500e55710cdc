// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierPlots

extension Figure3Results {
  /// Test error against zeros: the paper's networks, ours, ours with dead units apart, and the mean
  /// of ours in each bin.
  package var svg: String {
    let alive = networks.filter { $0.deadUnitCount == 0 }
    let dead = networks.filter { $0.deadUnitCount > 0 }
    return LineChart(
      title: "Rectifier networks on \(dataName): test error against zeros",
      xAxis: Axis("exact zeros among the hidden units, % (test part)"),
      yAxis: Axis("test error, %"),
      series: [
        Self.cloud(
          "paper, \(Self.published.count) networks that can be told apart", Self.published),
        Self.cloud("ours, \(alive.count) networks", alive),
        Self.cloud("ours with dead units, \(dead.count)", dead),
        LineChart.Series(
          "mean of ours a bin, ± standard deviation",
          points: bins.compactMap(\.point)),
      ] + curves
    ).svg(width: 640, height: 440)
  }

  /// The paper's parabola, and ours where there are networks enough for one.
  private var curves: [LineChart.Series] {
    let paper = Self.publishedFit
    let fit = withinPublished.fit
    return [
      Self.curve("paper's curve", over: Self.published) {
        (paper.quadratic * $0 + paper.linear) * $0 + paper.constant
      }
    ]
      + (fit.map { fit in
        [Self.curve("curve through ours", over: withinPublished, fit.value)]
      } ?? [])
  }

  /// A function of the zeros, as far as there are networks.
  private static func curve(
    _ name: String, over networks: [Network], _ error: (Double) -> Double
  ) -> LineChart.Series {
    let zeros = networks.map { 100 * $0.zeroFraction }
    guard let least = zeros.min(), let most = zeros.max() else { return LineChart.Series(name, []) }
    return LineChart.Series(
      name, style: .line, (least...most).steps(60).map { (x: $0, y: error($0)) })
  }

  private static func cloud(_ name: String, _ networks: [Network]) -> LineChart.Series {
    LineChart.Series(
      name, style: .points, networks.map { (x: 100 * $0.zeroFraction, y: 100 * $0.testErrorRate) })
  }
}

extension Figure3Results.Bin {
  /// The mean of our networks, of their zeros too; nil for fewer than two, which have no spread.
  fileprivate var point: LineChart.Point? {
    guard let moments = networks.errorMoments, let deviation = moments.standardDeviation,
      let zeros = SampleMoments(networks.map(\.zeroFraction))
    else { return nil }
    let range = moments.mean - deviation...moments.mean + deviation
    return LineChart.Point(
      x: 100 * zeros.mean, y: 100 * moments.mean,
      yRange: 100 * range.lowerBound...100 * range.upperBound)
  }
}
