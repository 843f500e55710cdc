// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining

/// What `demo` prints at its end.
enum DemoText {
  static func lines(_ results: DemoResults, recipe: DemoRecipe) -> [String] {
    table(results) + [""] + verdict(results) + [timing(results), ""] + next(results, recipe: recipe)
  }

  /// One row a network.
  private static func table(_ results: DemoResults) -> [String] {
    let head = ["", "test error", "95 % interval", "zeros a layer", "dead units", "s an epoch"]
    let rows = results.trials.map { trial in
      let interval = trial.results.errors.map { NumberText.percentRange($0.interval95) }
      return [
        trial.entry.activation.name,
        trial.results.errors.map { NumberText.percent($0.fraction) } ?? "",
        interval ?? "",
        NumberText.fractions(trial.results.zeroFraction),
        trial.results.deadUnitCount.map(String.init).joined(separator: " "),
        trial.secondsPerEpoch.map { NumberText.fixed($0, decimals: 1) } ?? "",
      ]
    }
    return TextTable.lines([head] + rows)
  }

  /// The first network against each other one.
  private static func verdict(_ results: DemoResults) -> [String] {
    guard let first = results.trials.first, let errors = first.results.errors else { return [] }
    return results.trials.dropFirst().compactMap { other in
      other.results.errors.map {
        comparison(
          (first.entry.activation.name, errors), with: (other.entry.activation.name, $0))
      }
    }
  }

  static func comparison(
    _ first: (name: String, errors: CountedRate), with other: (name: String, errors: CountedRate)
  ) -> String {
    let points = NumberText.fixed(
      abs(other.errors.fraction - first.errors.fraction) * 100, decimals: 2)
    // As of independent samples, which is the test that table 1 of the paper agrees with.
    let spread = NumberText.fixed(
      abs(first.errors.standardErrors(above: other.errors)), decimals: 1)
    guard first.errors.differs(from: other.errors) else {
      return "The \(first.name) network is not ahead of \(other.name): they are \(points) points"
        + " apart, \(spread) standard errors, and 1.96 would make a difference."
    }
    return first.errors.fraction < other.errors.fraction
      ? "The \(first.name) network is ahead of \(other.name) by \(points) points, \(spread) standard"
        + " errors."
      : "The \(first.name) network is not ahead of \(other.name): it is behind by \(points) points,"
        + " \(spread) standard errors."
  }

  private static func timing(_ results: DemoResults) -> String {
    let timing = results.timing
    let name = results.trials.first?.entry.activation.name ?? ""
    let range =
      "\(NumberText.fixed(timing.ratioRange.lowerBound, decimals: 2)) …"
      + " \(NumberText.fixed(timing.ratioRange.upperBound, decimals: 2))"
    return
      "What zeros save, those of pixels and of units: an epoch of the trained \(name) network takes"
      + " \(NumberText.fixed(timing.secondsPerEpoch, decimals: 2)) s,"
      + " and \(NumberText.fixed(timing.denseSecondsPerEpoch, decimals: 2)) s with the sparse path"
      + " off: \(NumberText.fixed(timing.ratio, decimals: 2)) times (\(range)),"
      + (timing.endedEqual ? " to the same bytes." : " to OTHER bytes, which is a defect.")
  }

  private static func next(_ results: DemoResults, recipe: DemoRecipe) -> [String] {
    guard let first = results.trials.first else { return [] }
    let run = ShellWord.quoted(first.runPath)
    let suggestions = [
      ("data preview \(recipe.data)", "what the images look like"),
      ("evaluate \(run) \(recipe.data)", "which characters it confuses"),
      ("train \(recipe.data) --activation-l1 0.0001", "a larger network, for longer"),
      ("train FOLDER", "your own pictures: FOLDER/CLASS/NAME.png"),
    ]
    let width = suggestions.map(\.0.count).max() ?? 0
    return ["Try next (after `swift run -c release` where rectifier is not in the PATH):"]
      + suggestions.map { command, purpose in
        "  rectifier \(command)" + String(repeating: " ", count: width - command.count)
          + "   \(purpose)"
      }
  }
}
