// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining
import Synchronization

/// Shows the progress of a sweep on standard error: a line for each network that is done.
final class SweepProgress: Sendable {
  private let output: TerminalOutput
  private let isQuiet: Bool
  private let trialCount: Int
  private let varied: [String]
  private let doneCount = Atomic(0)

  init(output: TerminalOutput, isQuiet: Bool, sweep: Sweep) {
    self.output = output
    self.isQuiet = isQuiet
    trialCount = sweep.trials.count
    varied = SweepResult(trials: sweep.trials, records: []).variedKeys
  }

  func events(shouldStop: @escaping @Sendable () -> Bool) -> Sweep.Events {
    var events = Sweep.Events()
    events.shouldStop = shouldStop
    guard !isQuiet else { return events }
    events.began = { [self] done, count in
      doneCount.store(done, ordering: .relaxed)
      say("\(done) of \(count) networks are done")
    }
    events.epoch = { [self] trial, report in
      guard output.canRedraw else { return }
      let done = doneCount.load(ordering: .relaxed)
      output.redraw(
        "\(done)/\(trialCount) done; epoch \(report.epoch)/\(trial.configuration.epochCount) of "
          + trial.recipeHash)
    }
    events.finished = { [self] record, done in
      doneCount.store(done, ordering: .relaxed)
      say("\(done)/\(trialCount)  " + SweepText.summary(of: record, varied: varied))
    }
    return events
  }

  /// Leaves the terminal as a next line can be written to it.
  func finish() {
    if output.canRedraw, !isQuiet { output.clearLine() }
  }

  private func say(_ line: String) {
    finish()
    output.writeLine(line)
  }
}
