// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments

/// How gradients flow, for reading.
enum GradientFlowText {
  static func lines(_ flow: GradientFlow) -> [String] {
    let header = [
      "layer", "by pre-activations (95 % interval)", "by weights", "mean by weights", "open units",
    ]
    let rows = flow.layers.map { layer in
      [
        layer.name, EstimateText.number(layer.preActivationGradientNorm),
        EstimateText.number(layer.weightGradientNorm),
        NumberText.significant(layer.meanWeightGradientNorm),
      ] + (layer.openFraction.map { [EstimateText.fraction($0)] } ?? [])
    }
    return ["norm of the gradient, \(NumberText.grouped(flow.sampleCount)) samples"]
      + TextTable.lines([header] + rows)
      // Of many layers so few are open that percent would read as none.
      + (flow.openPathFraction.map { ["open paths  \(EstimateText.number($0)) of all"] } ?? [])
      + ["first/last  \(NumberText.significant(flow.firstToLastRatio))"]
  }
}
