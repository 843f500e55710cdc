// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierExperiments
import RectifierFiles

/// What `tune` prints.
enum TuneText {
  private static let rowCount = 5

  /// The best networks, what options made of them, and what to do with the best.
  static func lines(_ result: TuneResult, folder: TuneFolder, command: String) -> [String] {
    let title = result.metric?.title ?? "error"
    let head =
      ["", title, "epochs"] + result.plan.keys.map { SweepPlan.optionName(of: $0) }
    let rows = result.ranked.prefix(rowCount).enumerated().map { index, record in
      row("\(index + 1)", record, result)
    }
    let given = result.baseline.map { [row("as given", $0, result)] } ?? []
    return TextTable.lines([head] + rows + given) + [""] + effects(result)
      + ["Best of \(result.networkCount) networks on the validation part:"]
      + test(result.best?.results)
      + ["model       \(folder.modelPath)", "again       \(command)"]
  }

  /// `12.0 s  bracket 1, 3 epochs: 9 networks; best 1.85 % so far`.
  static func line(_ stage: TuneStage, _ result: TuneResult) -> String {
    let done = Set(result.records.map(\.trial.recipeHash))
    let count = stage.trials.count { done.contains($0.recipeHash) }
    let best = result.best.flatMap(result.plan.score).map { "; best \($0.text) so far" } ?? ""
    return NumberText.duration(seconds: result.seconds)
      + "  \(stage.name): \(count) network\(count == 1 ? "" : "s")\(best)"
  }

  private static func row(
    _ name: String, _ record: TrialRecord, _ result: TuneResult
  ) -> [String] {
    [
      name, result.plan.score(record)?.text ?? "–", "\(record.trial.configuration.epochCount)",
    ] + SweepText.values(of: record, result.plan.keys)
  }

  /// What the best network came to on the test part, which chose nothing; none without such a part.
  private static func test(_ results: TrainingResults?) -> [String] {
    guard let results, results.part == .test else { return [] }
    return ResultText.lines(title: "test        ", errors: results.errors, loss: results.loss)
      + MeasureText.lines(results.measures)
  }

  /// What mattered: a line an option, that with the greatest effect first.
  private static func effects(_ result: TuneResult) -> [String] {
    guard let metric = result.metric, !result.effects.isEmpty else { return [] }
    let rows = result.effects.map { effect in
      SweepPlan.optionName(of: effect.key).padding(toLength: 16, withPad: " ", startingAt: 0)
        + effect.groups.map { "\(text(of: $0.values)) \(text(of: $0.median, metric))" }
        .joined(separator: "   ")
    }
    let title = "What mattered, by the median \(metric.title) of networks after the first rung:"
    return [title] + rows + [""]
  }

  private static func text(of median: Double, _ metric: TrialMetric) -> String {
    median.isFinite ? metric.text(median) : "diverged"
  }

  private static func text(of values: TuneEffect.Values) -> String {
    switch values {
    case .one(let value): SweepText.text(of: value)
    case .range(let least, let greatest):
      "\(NumberText.shortest(least)) … \(NumberText.shortest(greatest))"
    }
  }
}
