// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining

/// Shows the progress of a search on standard error: a line for each stage that is done.
final class TuneProgress: Sendable {
  private let keys: [String]
  private let seconds: Double
  private let output: TerminalOutput
  private let isQuiet: Bool

  init(_ plan: TunePlan, seconds: Double, output: TerminalOutput, isQuiet: Bool) {
    keys = plan.keys
    self.seconds = seconds
    self.output = output
    self.isQuiet = isQuiet
  }

  func events(shouldStop: @escaping @Sendable () -> Bool) -> Tuning.Events {
    var events = Tuning.Events()
    events.shouldStop = shouldStop
    guard !isQuiet else { return events }
    let names = keys.map { SweepPlan.optionName(of: $0) }.joined(separator: ", ")
    output.writeLine("searching \(names) for \(NumberText.duration(seconds: seconds))")
    events.epoch = { [self] trial, report in
      guard output.canRedraw else { return }
      output.redraw(
        "epoch \(report.epoch)/\(trial.configuration.epochCount) of \(trial.recipeHash)")
    }
    events.stage = { [self] stage, result in
      finish()
      output.writeLine(TuneText.line(stage, result))
    }
    return events
  }

  /// Leaves the terminal as a next line can be written to it.
  func finish() {
    if output.canRedraw, !isQuiet { output.clearLine() }
  }
}
