// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining
import Synchronization

/// Shows the progress of a sweep on standard error: a line for each network that is done.
final class SweepProgress: Sendable {
  private let output: TerminalOutput
  private let isQuiet: Bool
  private let count = Mutex((done: 0, all: 0))

  init(output: TerminalOutput, isQuiet: Bool) {
    self.output = output
    self.isQuiet = isQuiet
  }

  func events(shouldStop: @escaping @Sendable () -> Bool) -> Sweep.Events {
    var events = Sweep.Events()
    events.shouldStop = shouldStop
    guard !isQuiet else { return events }
    events.began = { [self] trials, done in
      count.withLock { $0 = (done, trials.count) }
      say("\(done) of \(trials.count) networks are done")
    }
    events.pretrainingEpoch = { [self] trial, report in
      redraw("epoch \(report.epoch.epoch) of layer \(report.layer + 1), before", trial)
    }
    events.epoch = { [self] trial, report in
      redraw("epoch \(report.epoch)/\(trial.configuration.epochCount) of", trial)
    }
    events.finished = { [self] record, trials, done in
      count.withLock { $0 = (done, trials.count) }
      let varied = SweepResult(trials: trials, records: []).variedKeys
      say("\(done)/\(trials.count)  " + SweepText.summary(of: record, varied: varied))
    }
    return events
  }

  /// Leaves the terminal as a next line can be written to it.
  func finish() {
    if output.canRedraw, !isQuiet { output.clearLine() }
  }

  private func redraw(_ text: String, _ trial: Trial) {
    guard output.canRedraw else { return }
    let (done, all) = count.withLock { $0 }
    output.redraw("\(done)/\(all) done; \(text) \(trial.recipeHash)")
  }

  private func say(_ line: String) {
    finish()
    output.writeLine(line)
  }
}
