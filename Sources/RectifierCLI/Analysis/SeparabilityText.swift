// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments

/// How well a linear classifier reads codes, for reading.
enum SeparabilityText {
  static let title = "Separability: error of a linear classifier, by five folds"

  static func column(_ separability: Separability) -> [AnalysisRow] {
    var rows = [AnalysisRow("input", EstimateText.percent(separability.inputErrorRate))]
    let layers = zip(separability.layerErrorRates, separability.randomErrorRates)
    for (layer, (code, random)) in layers.enumerated() {
      rows.append(AnalysisRow("hidden.\(layer)", EstimateText.percent(code)))
      rows.append(
        AnalysisRow(layer: layer, "as many random units", EstimateText.percent(random)))
    }
    return rows + [AnalysisRow("samples", NumberText.grouped(separability.sampleCount))]
  }
}
