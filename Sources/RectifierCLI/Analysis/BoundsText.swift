// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments

/// How large activations and weights are, for reading.
enum BoundsText {
  static func lines(_ bounds: Bounds) -> [String] {
    let header = [
      "layer", "largest", "root mean square", "norm (95 % interval)", "weight norm", "largest row",
      "largest weight", "largest bias",
    ]
    let rows = bounds.layers.map { layer in
      [
        layer.name, NumberText.significant(Double(layer.largestActivation)),
        NumberText.significant(layer.rootMeanSquareActivation),
        EstimateText.number(layer.activationNorm), NumberText.significant(layer.weightNorm),
        NumberText.significant(layer.largestRowNorm),
        NumberText.significant(Double(layer.largestWeight)),
        NumberText.significant(Double(layer.largestBias)),
      ]
    }
    return ["activations and weights, \(NumberText.grouped(bounds.sampleCount)) samples"]
      + TextTable.lines([header] + rows)
  }
}
