// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining

/// What a task is scored by, for reading.
enum MeasureText {
  /// One line each: `RMSE        0.7461 (95 % interval 0.7420 … 0.7502)`.
  static func lines(_ measures: [Measure: Estimate]) -> [String] {
    Measure.allCases.compactMap { measure in
      measures[measure].map { line($0, of: measure, title: measure.title) }
    }
  }

  /// P@k and R@k, a line each.
  static func lines(_ ranking: LabelRanking, at k: Int) -> [String] {
    [
      ranking.precision(at: k).map { line($0, of: .precisionAt1, title: "P@\(k)") },
      ranking.recall(at: k).map { line($0, of: .recallAt1, title: "R@\(k)") },
    ].compactMap { $0 }
  }

  private static func line(_ estimate: Estimate, of measure: Measure, title: String) -> String {
    let interval = estimate.interval95.map { " (95 % interval \(measure.text($0)))" }
    return ResultText.title(title) + measure.text(estimate.value) + (interval ?? "")
  }

  /// An epoch's result: `validation 41.20 % RMSE 0.7461`, with the loss where there are no classes.
  static func validation(_ report: EpochReport) -> String {
    let result =
      report.validationErrorRate.map { NumberText.percent($0) }
      ?? NumberText.fixed(report.validationLoss, decimals: 4)
    return "validation \(result)" + suffix(report.validationMeasures ?? [:])
  }

  /// Behind something else: ` RMSE 0.7461`; nothing where there is no measure.
  static func suffix(_ measures: [Measure: Double]) -> String {
    Measure.allCases.compactMap { measure in
      measures[measure].map { " \(measure.title) \(measure.text($0))" }
    }.joined()
  }
}
