// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments
import RectifierTraining

/// Linear pieces, for reading.
enum LinearityText {
  static let title = "Linear pieces: patterns of active units"

  static func column(_ linearity: Linearity) -> [AnalysisRow] {
    linearity.layers.enumerated().map { layer, patterns in
      AnalysisRow(layer: layer, "patterns", NumberText.grouped(patterns.distinctCount))
    } + [
      AnalysisRow("patterns together", NumberText.grouped(linearity.joint.distinctCount)),
      AnalysisRow("share of the commonest", percent(linearity.joint.largestShare)),
      AnalysisRow("a new sample's unseen", percent(linearity.joint.unseenShare)),
      AnalysisRow(
        "nearest kink", linearity.kinkDistance.map { EstimateText.significant($0) } ?? "none"),
    ]
      + (linearity.relativeKinkDistance.map {
        [AnalysisRow("the same of the input's norm", EstimateText.significant($0))]
      } ?? [])
      + [
        AnalysisRow(
          "A x + c off by, of the largest output",
          NumberText.significant(linearity.largestMapDifference))
      ]
  }

  private static func percent(_ rate: CountedRate) -> String {
    EstimateText.percent(Estimate(rate))
  }
}
