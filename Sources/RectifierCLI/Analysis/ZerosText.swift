// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments

/// Which units are silent, for reading.
enum ZerosText {
  static let title = "Zeros: which units are silent, how often, and where the others stand"

  static func column(_ zeros: Zeros, labels: [String]) -> [AnalysisRow] {
    zeros.layers.enumerated().flatMap { layer, zeros in
      rows(zeros, labels: labels).map { AnalysisRow(layer: layer, $0.name, $0.cell) }
    }
  }

  private static func rows(_ layer: LayerZeros, labels: [String]) -> [AnalysisRow] {
    let unitCount = layer.activeCounts.count
    var rows = [AnalysisRow("exact zeros", EstimateText.percent(layer.zeroFraction))]
    let byClass = ClassRangeText.text(layer.zeroFractionByClass, labels: labels) {
      NumberText.percent($0, decimals: 1)
    }
    rows += byClass.map { [AnalysisRow("zeros by class", $0)] } ?? []
    for (threshold, fraction) in zip(Zeros.thresholds, layer.nearZeroFractions) {
      rows.append(AnalysisRow("|h| < \(threshold)", EstimateText.percent(fraction)))
    }
    let effective = layer.effectiveUnitCount.map { EstimateText.number($0) }
    rows += [
      AnalysisRow("active units", EstimateText.number(layer.activeUnitCount)),
      AnalysisRow("effective units", effective ?? "none"),
      AnalysisRow("firing rates 0 … 1", HistogramText.bars(layer.firingRateHistogram)),
      AnalysisRow("dead units", "\(layer.deadUnits.count) of \(unitCount)"),
      AnalysisRow("always on", "\(layer.alwaysOnUnits.count) of \(unitCount)"),
    ]
    return rows + (layer.steadyState.map(self.rows) ?? [])
  }

  private static func rows(_ state: SteadyState) -> [AnalysisRow] {
    let ends = [state.range.lowerBound, state.range.upperBound].map {
      NumberText.fixed($0, decimals: 1)
    }
    return [
      AnalysisRow("range", "\(ends[0]) … \(ends[1])" + (state.isObserved ? ", observed" : "")),
      AnalysisRow("place in it at rest", NumberText.percent(state.restingShare, decimals: 1)),
      AnalysisRow("on average", EstimateText.percent(state.meanShare)),
      AnalysisRow("at the mean input", NumberText.percent(state.meanInputShare, decimals: 1)),
      AnalysisRow("zeros at the mean input", EstimateText.percent(state.meanInputZeroFraction)),
    ]
  }
}
