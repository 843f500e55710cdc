// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierPlots

extension Figure1Results {
  /// The neuron's rate with the paper's points on the left, the two activations on the right.
  package var svg: String {
    let neuron = LineChart(
      title: "Leaky integrate-and-fire neuron",
      xAxis: Axis("input current, nA"), yAxis: Axis("firing rate, Hz"),
      series: [
        LineChart.Series("formula", style: .line, neuronCurve),
        LineChart.Series(
          "paper's drawing", style: .points, rates.map { (x: $0.current, y: $0.published) }),
      ])
    return ChartGrid(title: "A neuron, and two activations", rows: [[neuron, activations.chart]])
      .svg()
  }
}
