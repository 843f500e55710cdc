// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments

/// What is left when units fall silent or noise comes in, for reading.
enum RobustnessText {
  static let title =
    "Robustness: accuracy with units silenced, and with noise of so many root mean squares"

  static func column(_ robustness: Robustness) -> [AnalysisRow] {
    var rows = [AnalysisRow("undisturbed", EstimateText.percent(robustness.accuracy))]
    rows += Self.rows(robustness.silencedLayers, throughout: robustness.silencedThroughout) {
      "without \(NumberText.percent($0, decimals: 0))"
    }
    rows += Self.rows(robustness.noisyLayers, throughout: robustness.noisyThroughout) {
      "with noise \(NumberText.shortest(Float($0)))"
    }
    for (layer, participation) in robustness.participation.enumerated() {
      let mean = participation.mean.map { EstimateText.percent($0) }
      rows.append(AnalysisRow(layer: layer, "units that share a class", mean ?? "none"))
    }
    let sampleCount = NumberText.grouped(robustness.sampleCount)
    return rows + [AnalysisRow("samples, draws", "\(sampleCount), \(robustness.drawCount)")]
  }

  /// What is measured of each layer, and of all of them where there are several.
  private static func rows(
    _ layers: [[DisturbedAccuracy]], throughout: [DisturbedAccuracy],
    _ disturbance: (Double) -> String
  ) -> [AnalysisRow] {
    var places = layers.enumerated().map { (name: "hidden.\($0)", accuracies: $1) }
    if layers.count > 1 { places.append((name: "all layers", accuracies: throughout)) }
    return places.flatMap { place in
      place.accuracies.map { disturbed in
        AnalysisRow(
          "\(place.name) \(disturbance(disturbed.level))", EstimateText.percent(disturbed.accuracy))
      }
    }
  }
}
