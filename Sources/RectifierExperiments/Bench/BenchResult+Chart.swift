// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierPlots

extension BenchResult {
  /// Time against the fraction of zeros, a chart for each kind of work and batch size, with the most
  /// threads that were measured; against the batch size where there is but one network.
  package var svg: String {
    let threadCount = limits.map(\.threadCount).max() ?? 1
    let widths = architecture.widths.map(String.init).joined(separator: "-")
    let threads = threadCount == 1 ? "1 thread" : "\(threadCount) threads"
    let sweeps = sweeps.filter { $0.threadCount == threadCount }
    let rows = BenchWork.allCases.map { work in
      let own = sweeps.filter { $0.work == work }
      return isSynthetic ? own.map(\.chart) : [Self.batchChart(own.flatMap(\.rows), of: work)]
    }
    return ChartGrid(
      title: "\(widths), \(threads), \(instructionSet.rawValue)",
      rows: isSynthetic ? rows : [rows.flatMap { $0 }]
    ).svg()
  }

  private static func batchChart(_ rows: [BenchRow], of work: BenchWork) -> LineChart {
    LineChart(
      title: work.rawValue, xAxis: Axis("batch size", scale: .logarithmic),
      yAxis: Axis("µs a sample", scale: .logarithmic),
      series: curves(rows) { Double($0.batchSize) })
  }

  /// A curve for each choice of kernels; the later ones, dashed, lie on the first.
  fileprivate static func curves(
    _ rows: [BenchRow], against x: (BenchRow) -> Double
  ) -> [LineChart.Series] {
    Execution.Kernels.allCases.map { kernels in
      LineChart.Series(
        kernels.rawValue, rows.map { (x: x($0), y: $0.microseconds(kernels).median) })
    }
  }
}

extension BenchResult.Sweep {
  fileprivate var chart: LineChart {
    LineChart(
      title: "\(work.rawValue), batch \(batchSize)",
      xAxis: Axis("zeros among the hidden units, %", range: 0...100),
      yAxis: Axis("µs a sample", range: 0...0),
      series: BenchResult.curves(rows) { 100 * $0.zeroFraction })
  }
}
