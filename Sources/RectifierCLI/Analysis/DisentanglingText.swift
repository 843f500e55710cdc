// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments

/// How much of a code a small change of the input changes, for reading.
enum DisentanglingText {
  static let title =
    "Disentangling: what a move of the input changes, its length in distances of two samples"

  static func column(_ disentangling: Disentangling) -> [AnalysisRow] {
    disentangling.layers.enumerated().flatMap { layer, changes in
      changes.flatMap { rows($0, layer: layer) }
    } + [AnalysisRow("samples", NumberText.grouped(disentangling.sampleCount))]
  }

  private static func rows(_ change: CodeChange, layer: Int) -> [AnalysisRow] {
    let size = "by \(NumberText.shortest(Float(change.size)))"
    let cosine = change.cosine.map { EstimateText.number($0, decimals: 3) }
    let relative = change.relativeChange.map { EstimateText.number($0, decimals: 3) }
    let distance = change.distanceChange.map { EstimateText.number($0, decimals: 3) }
    return [
      AnalysisRow(layer: layer, "\(size): same units", EstimateText.percent(change.overlap)),
      AnalysisRow(layer: layer, "\(size): cosine", cosine ?? "none"),
      AnalysisRow(layer: layer, "\(size): ‖Δh‖/‖h‖", relative ?? "none"),
      AnalysisRow(layer: layer, "\(size): ‖Δh‖/distance", distance ?? "none"),
    ]
  }
}
