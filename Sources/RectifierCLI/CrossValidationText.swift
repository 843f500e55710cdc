// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining

/// What `cv` prints.
enum CrossValidationText {
  /// One row a fold, then what all of them say.
  static func lines(_ result: CrossValidationResult) -> [String] {
    let hasClasses = result.errors != nil
    let head =
      ["fold", "samples"] + (hasClasses ? ["error"] : []) + ["loss", "zeros a layer", "best epoch"]
    let rows = result.records.enumerated().map { index, record in
      ["\(index + 1)"] + cells(of: record, hasClasses: hasClasses)
    }
    return TextTable.lines([head] + rows) + [""] + summary(result)
  }

  private static func cells(of record: TrialRecord?, hasClasses: Bool) -> [String] {
    let missing = [String](repeating: "–", count: hasClasses ? 4 : 3)
    guard let record else { return ["not done"] + missing }
    guard let results = record.results else { return ["diverged"] + missing }
    return [NumberText.grouped(results.sampleCount)]
      + (hasClasses ? [results.errorRate.map { NumberText.percent($0) } ?? "–"] : [])
      + [
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
    if let loss = result.moments(\.loss) {
      let deviation = loss.standardDeviation.map { " ± \(NumberText.fixed($0, decimals: 4))" }
      lines.append(
        "loss        \(NumberText.fixed(loss.mean, decimals: 4))\(deviation ?? "") a fold")
    }
    return lines
  }
}
