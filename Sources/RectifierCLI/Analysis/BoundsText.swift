// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments

/// How large activations and weights are, for reading.
enum BoundsText {
  static let title = "Bounds: sizes of activations and weights"

  static func column(_ bounds: Bounds) -> [AnalysisRow] {
    bounds.layers.flatMap { layer in
      [
        AnalysisRow(
          "\(layer.name) largest", NumberText.significant(Double(layer.largestActivation))),
        AnalysisRow("\(layer.name) norm", EstimateText.significant(layer.activationNorm)),
        AnalysisRow("\(layer.name) norm of weights", NumberText.significant(layer.weightNorm)),
        AnalysisRow(
          "\(layer.name) largest norm of a unit", NumberText.significant(layer.largestRowNorm)),
      ]
    }
  }
}
