// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierPlots

/// Activations over a range of inputs: as a chart, and as a table.
package struct ActivationCurves: Equatable, Sendable {
  package let activations: [Activation]
  package let inputs: ClosedRange<Double>
  /// How many steps a curve is drawn in.
  package let stepCount: Int

  /// The outputs of all activations at the whole numbers among the inputs.
  package var rows: [(input: Double, outputs: [Double])] {
    let ends = (inputs.lowerBound.rounded(.up), inputs.upperBound.rounded(.down))
    return stride(from: ends.0, through: ends.1, by: 1).map { input in
      (input: input, outputs: activations.map { $0.value(at: input) })
    }
  }

  var chart: LineChart {
    LineChart(
      title: "Activations", xAxis: Axis("input"), yAxis: Axis("output"),
      series: activations.map { activation in
        LineChart.Series(
          activation.name, style: .line,
          inputs.steps(stepCount).map { (x: $0, y: activation.value(at: $0)) })
      })
  }

  /// The rows; each activation's output has its name as the key.
  var json: JSONValue {
    .array(
      rows.map { row in
        var members: JSONObject = ["input": JSONValue(row.input)]
        for (activation, output) in zip(activations, row.outputs) {
          members[activation.name] = JSONValue(output)
        }
        return .object(members)
      })
  }
}

extension ClosedRange<Double> {
  /// Values from end to end, in so many equal steps.
  func steps(_ count: Int) -> [Double] {
    (0...count).map { lowerBound + (upperBound - lowerBound) * Double($0) / Double(count) }
  }
}
