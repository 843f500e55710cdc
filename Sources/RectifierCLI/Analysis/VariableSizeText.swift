// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments

/// How many units are active from input to input, for reading.
enum VariableSizeText {
  static let title =
    "Variable size: active units from input to input, and what goes with them (Spearman's ρ)"

  static func column(_ size: VariableSize, labels: [String]) -> [AnalysisRow] {
    size.layers.enumerated().flatMap { layer, size in
      rows(size, labels: labels).map { AnalysisRow(layer: layer, $0.name, $0.cell) }
    }
  }

  private static func rows(_ layer: LayerSize, labels: [String]) -> [AnalysisRow] {
    let quantiles = layer.quantiles.map { NumberText.fixed($0, decimals: 0) }
    let deviation = layer.deviation.map { NumberText.fixed($0, decimals: 1) }
    var rows = [
      AnalysisRow("active units", EstimateText.number(layer.mean)),
      AnalysisRow("deviation", deviation ?? "none"),
      AnalysisRow("5, 25, 50, 75, 95 %", quantiles.joined(separator: " ")),
    ]
    let byClass = ClassRangeText.text(layer.meanByClass, labels: labels) {
      NumberText.fixed($0, decimals: 1)
    }
    rows += byClass.map { [AnalysisRow("by class", $0)] } ?? []
    return rows + [
      AnalysisRow(
        "ρ with the margin", layer.marginCorrelation.map(EstimateText.signed) ?? "none"),
      AnalysisRow("ρ with the ink", layer.inkCorrelation.map(EstimateText.signed) ?? "none"),
    ]
  }
}
