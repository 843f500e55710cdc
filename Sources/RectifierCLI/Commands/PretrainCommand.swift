// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierTraining

struct PretrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pretrain",
    abstract: "Trains hidden layers one by one as denoising autoencoders, without classes.",
    usage: """
      rectifier pretrain <data> [<options>]
      rectifier pretrain --resume <run>
      """,
    discussion: """
      The run folder receives autoencoder.K.safetensors for each layer (best epoch), metrics.csv \
      and run.json; train --init-from takes it. Ctrl-C ends the run after a checkpoint; --resume \
      goes on from it.
      """)

  @OptionGroup var options: PretrainOptions

  @Option(
    help: ArgumentHelp(
      "Go on with the run in this folder; everything else is taken from its run.json.",
      valueName: "run"))
  var resume: String?

  @OptionGroup var execution: ExecutionOptions

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "How progress is shown on standard error. (default: auto)",
      valueName: "auto|bar|plain|none"))
  var progress: String?

  @Flag(help: "Show no progress.")
  var quiet = false

  func run() throws {
    let style = try ProgressStyle.named(progress)
    SignalWatch.start()
    let environment = ProcessInfo.processInfo.environment
    let output = TerminalOutput(isTerminal: isatty(STDERR_FILENO) == 1, environment: environment)
    let session = try makeSession(environment: environment)
    let reporters = LayerReporters(
      style: style.resolved(isQuiet: quiet, canRedraw: output.canRedraw), output: output,
      configuration: session.record.configuration.training)
    if session.record.isFinished {
      reporters.say("\(session.folder.path) is finished; nothing is left to do.")
    } else if try !session.run(events(session, reporters)) {
      throw stopped(session, output)
    }
    try printResults(session)
  }

  private func makeSession(environment: [String: String]) throws -> PretrainSession {
    guard let resume else {
      return try PretrainSession.start(
        try options.configuration(threadCount: execution.threads), out: options.out,
        environment: environment)
    }
    guard options.given.isEmpty else {
      throw ConfigurationError.conflict(
        options: options.given,
        reason: "not to be used with --resume, which takes everything from run.json; leave out")
    }
    return try PretrainSession.resume(
      resume, threadCount: execution.threads, environment: environment)
  }

  private func events(_ session: PretrainSession, _ reporters: LayerReporters) -> PretrainEvents {
    PretrainEvents(
      started: { start in
        for line in PretrainText.introduction(start, session: session) { reporters.say(line) }
      },
      step: { layer, step in reporters.reporter(ofLayer: layer).step(step) },
      epoch: { report in reporters.reporter(ofLayer: report.layer).epoch(report.epoch) },
      shouldStop: { SignalWatch.received != nil })
  }

  /// The end of a run that a signal stopped: says how to go on, and with which status it ends.
  private func stopped(_ session: PretrainSession, _ output: TerminalOutput) -> ExitCode {
    // Over the bar, and over the ^C that terminals show.
    if output.canRedraw { output.clearLine() }
    output.writeLine(
      "rectifier: stopped after a checkpoint; go on with: rectifier pretrain --resume "
        + ShellWord.quoted(session.folder.path))
    let status: ExitStatus = SignalWatch.received == SIGINT ? .interrupted : .stopped
    return ExitCode(status.rawValue)
  }

  private func printResults(_ session: PretrainSession) throws {
    if json {
      try StandardOutput.writeDocument(PretrainText.document(session))
    } else {
      try StandardOutput.writeLines(PretrainText.summary(session))
    }
  }
}
