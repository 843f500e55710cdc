// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierTraining

/// What `sweep` prints.
enum SweepText {
  /// One row a network, the best first.
  static func lines(_ result: SweepResult) -> [String] {
    let varied = result.variedKeys
    let score = result.score ?? .errorRate
    let head =
      ["", score.head("validation"), score.head("test"), "zeros a layer", "dead units"]
      + ["best epoch"] + varied.map { SweepPlan.optionName(of: $0) }
    let rows = result.ranked.enumerated().map { index, record in
      ["\(index + 1)"] + results(of: record, by: score) + values(of: record, varied)
    }
    let count = result.trials.count
    let rest =
      result.isComplete
      ? [] : ["", "\(count - result.doneCount) of \(count) networks are not done yet."]
    return TextTable.lines([head] + rows) + rest
  }

  /// `validation 1.85 %  test 1.79 %  zeros 0.95 0.90  dead 0 0  learning-rate 0.1`.
  static func summary(of record: TrialRecord, varied: [String]) -> String {
    let options = zip(varied, values(of: record, varied)).filter { $1 != "–" }.map {
      "\(SweepPlan.optionName(of: $0)) \($1)"
    }
    guard let score = record.results?.validation.kind else {
      return (["diverged"] + options).joined(separator: "  ")
    }
    let names = [score.head("validation"), score.head("test"), "zeros", "dead"]
    let results = zip(names, results(of: record, by: score)).filter { $1 != "–" }.map {
      "\($0) \($1)"
    }
    return (results + options).joined(separator: "  ")
  }

  private static func results(of record: TrialRecord, by score: TaskScore) -> [String] {
    guard let results = record.results else { return ["diverged", "–", "–", "–", "–"] }
    return [
      results.validation[score].map { score.text($0) } ?? "–",
      (results.part == .test ? results.scored[score] : nil).map { score.text($0) } ?? "–",
      results.zeroFraction.isEmpty ? "–" : NumberText.fractions(results.zeroFraction),
      results.deadUnitCount.isEmpty
        ? "–" : results.deadUnitCount.map(String.init).joined(separator: " "),
      "\(results.bestEpoch)",
    ]
  }

  /// The values of options by their keys.
  static func values(of record: TrialRecord, _ keys: [String]) -> [String] {
    let options = record.trial.options
    return keys.map { text(of: options[$0] ?? .null) }
  }

  /// A value as it is written after an option: `0.1`, `1000,1000`, `none`, `rectifier`.
  static func text(of value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .array([]): "none"
    case .array(let values): values.map(text).joined(separator: ",")
    case .null: "–"
    default: ((try? value.text()) ?? "").replacing(/\.0$/, with: "")
    }
  }
}
