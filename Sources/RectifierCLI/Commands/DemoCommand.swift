// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierFiles

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Shows in about a minute what this is about; needs no data.",
    discussion: """
      Trains rectifier, softplus and tanh networks of equal size on glyphs, characters that it \
      draws itself, and prints their errors, their zeros, their times, and what the zeros saved. \
      Each network is left in a run folder.
      """)

  @OptionGroup var execution: ExecutionOptions

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  @Flag(help: "Show no progress.")
  var quiet = false

  func run() throws {
    SignalWatch.start()
    let environment = ProcessInfo.processInfo.environment
    let output = TerminalOutput(isTerminal: isatty(STDERR_FILENO) == 1, environment: environment)
    let demo = Demo(threadCount: execution.threads, environment: environment)
    let reporter = ProgressReporter(
      style: ProgressStyle.auto.resolved(isQuiet: quiet, canRedraw: output.canRedraw),
      output: output, epochCount: demo.recipe.epochCount)
    guard let results = try demo.run(events(demo, reporter)) else {
      if output.canRedraw { output.clearLine() }
      output.writeLine(
        "rectifier: stopped; go on with one of its runs: rectifier train --resume runs/demo-…")
      let status: ExitStatus = SignalWatch.received == SIGINT ? .interrupted : .stopped
      throw ExitCode(status.rawValue)
    }
    reporter.finish()
    if json {
      try StandardOutput.writeDocument(results.json)
    } else {
      try StandardOutput.writeLines(DemoText.lines(results, recipe: demo.recipe))
    }
  }

  private func events(_ demo: Demo, _ reporter: ProgressReporter) -> Demo.Events {
    Demo.Events(
      loading: { reporter.say("making \($0)") },
      began: { entry, start in
        if entry == demo.recipe.entries[0] {
          for line in TrainingIntroduction.dataLines(start) { reporter.say(line) }
        }
        reporter.say(
          "\(entry.activation.name), learning rate \(NumberText.shortest(entry.learningRate)):")
      },
      epoch: reporter.epoch, step: reporter.step,
      timing: { reporter.say("timing the sparse path on and off") },
      shouldStop: { SignalWatch.received != nil })
  }
}
