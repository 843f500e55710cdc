// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments
import RectifierTraining

/// Linear pieces, for reading.
enum LinearityText {
  static func lines(_ linearity: Linearity) -> [String] {
    let header = [
      "layer", "patterns", "commonest (95 % interval)", "a new sample's unseen (95 % interval)",
    ]
    let rows = linearity.layers.enumerated().map { layer, patterns in
      row("hidden.\(layer)", patterns)
    }
    return ["linear pieces, \(NumberText.grouped(linearity.joint.sampleCount)) samples"]
      + TextTable.lines([header] + rows + [row("together", linearity.joint)])
      + distanceLines(linearity)
      + [
        "A x + c     within \(NumberText.significant(linearity.largestMapDifference)) of the largest"
          + " logit, \(linearity.pieceSampleCount) samples"
      ]
  }

  private static func row(_ name: String, _ patterns: ActivationPatterns) -> [String] {
    [
      name, NumberText.grouped(patterns.distinctCount),
      EstimateText.fraction(Estimate(patterns.largestShare)),
      EstimateText.fraction(Estimate(patterns.unseenShare)),
    ]
  }

  private static func distanceLines(_ linearity: Linearity) -> [String] {
    guard let distance = linearity.kinkDistance else { return ["kink        none"] }
    let relative = linearity.relativeKinkDistance.map {
      ", \(EstimateText.number($0)) of the input's norm"
    }
    return ["kink        \(EstimateText.number(distance)) away\(relative ?? "")"]
  }
}
