// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments
import RectifierTraining

/// What `cv` prints.
enum CrossValidationText {
  /// Measures that have a column; the others stand below alone.
  private static let columns: [Measure] = [
    .rootMeanSquareError, .meanAbsoluteError, .determination, .microF1, .precisionAt1,
    .weightedErrorRate,
  ]

  /// One row a fold, then what all of them say.
  static func lines(_ result: CrossValidationResult) -> [String] {
    let hasClasses = result.errors != nil
    let measures = result.measures.filter(columns.contains)
    let head =
      ["fold", "samples"] + (hasClasses ? ["error"] : []) + measures.map(\.title)
      + ["loss", "zeros a layer", "best epoch"]
    let rows = result.records.enumerated().map { index, record in
      let cells = cells(of: record, hasClasses: hasClasses, measures)
      return ["\(index + 1)"] + cells
        + Array(repeating: "–", count: head.count - 1 - cells.count)
    }
    return TextTable.lines([head] + rows) + [""] + summary(result)
  }

  /// What there is to say of a fold; the cells that are missing stay empty.
  private static func cells(
    of record: TrialRecord?, hasClasses: Bool, _ measures: [Measure]
  ) -> [String] {
    guard let record else { return ["not done"] }
    guard let results = record.results else { return ["diverged"] }
    return [NumberText.grouped(results.sampleCount)]
      + (hasClasses ? [results.errorRate.map { NumberText.percent($0) } ?? "–"] : [])
      + measures.map { measure in
        results.measures[measure].map { measure.text($0.value) } ?? "–"
      } + [
        NumberText.fixed(results.loss, decimals: 4),
        results.zeroFraction.isEmpty ? "–" : NumberText.fractions(results.zeroFraction),
        "\(results.bestEpoch)",
      ]
  }

  private static func summary(_ result: CrossValidationResult) -> [String] {
    var lines: [String] = []
    if let errors = result.errors, let moments = result.moments(\.errorRate) {
      lines += [
        "error       \(NumberText.percent(errors.fraction)) of all \(NumberText.grouped(errors.sampleCount))"
          + " samples, each tested once",
        "a fold      \(moments.text)"
          + (moments.percentageInterval.map { ", 95 % interval of the mean \($0)" } ?? ""),
      ]
    }
    for measure in result.measures {
      if let moments = result.moments(of: measure) { lines.append(line(moments, of: measure)) }
    }
    if let loss = result.moments(\.loss) {
      let deviation = loss.standardDeviation.map { " ± \(NumberText.fixed($0, decimals: 4))" }
      lines.append(
        "loss        \(NumberText.fixed(loss.mean, decimals: 4))\(deviation ?? "") a fold")
    }
    return lines
  }

  /// `RMSE        0.7461 ± 0.0123 a fold, 95 % interval of the mean 0.7381 … 0.7541`.
  private static func line(_ moments: SampleMoments, of measure: Measure) -> String {
    let deviation = moments.standardDeviation.map {
      " ± \(measure.text($0))"
    }
    let interval = moments.interval95.map {
      ", 95 % interval of the mean \(measure.text($0))"
    }
    return ResultText.title(measure.title) + measure.text(moments.mean)
      + (deviation ?? "") + " a fold" + (interval ?? "")
  }
}
