// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments
import RectifierTraining

/// How gradients flow, for reading.
enum GradientFlowText {
  static let title = "Gradient flow: norms of the loss's gradient, means over samples"

  static func column(_ flow: GradientFlow) -> [AnalysisRow] {
    flow.layers.flatMap { layer in
      [
        AnalysisRow(
          "\(layer.name) by pre-activations",
          EstimateText.significant(layer.preActivationGradientNorm)),
        AnalysisRow("\(layer.name) by weights", EstimateText.significant(layer.weightGradientNorm)),
      ]
        + (layer.openFraction.map {
          [AnalysisRow("\(layer.name) open units", EstimateText.percent($0))]
        } ?? [])
    }
      // Of many layers so few are open that percent would read as none.
      + (flow.openPathFraction.map {
        [AnalysisRow("open paths", EstimateText.significant($0))]
      } ?? [])
      + [AnalysisRow("first layer / output", NumberText.significant(flow.firstToLastRatio))]
  }
}
