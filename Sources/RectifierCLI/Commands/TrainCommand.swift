// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierFiles
import RectifierInterchange

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Trains a network and keeps the epoch with the best validation score.",
    usage: """
      rectifier train <data> [<options>]
      rectifier train --config <file> [<data>] [<options>]
      rectifier train --resume <run>
      """,
    discussion: """
      The run folder receives model.safetensors (best epoch), checkpoint.safetensors (last state), \
      metrics.csv and run.json. Ctrl-C ends the run after a checkpoint; --resume goes on from it.
      """)

  @OptionGroup var options: TrainOptions

  @Option(
    help: ArgumentHelp(
      "A new or empty folder for the run. (default: runs/NAME-N)", valueName: "run"))
  var out: String?

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

  @Flag(
    help: ArgumentHelp(
      "Write each epoch's numbers for TensorBoard into the run folder; --resume goes on with that.")
  )
  var tensorboard = false

  @Option(
    help: ArgumentHelp(
      "Write each epoch's numbers for TensorBoard into this folder.", valueName: "folder"))
  var tensorboardDir: String?

  func run() throws {
    let style = try ProgressStyle.named(progress)
    SignalWatch.start()
    let environment = ProcessInfo.processInfo.environment
    let output = TerminalOutput(isTerminal: isatty(STDERR_FILENO) == 1, environment: environment)
    let session = try makeSession(environment: environment)
    session.scalars = scalars(session)
    let reporter = ProgressReporter(
      style: style.resolved(isQuiet: quiet, canRedraw: output.canRedraw), output: output,
      epochCount: session.record.configuration.epochCount)
    if session.record.isFinished {
      reporter.say("\(session.folder.path) is finished; nothing is left to do.")
    } else {
      let isFinished = try session.run(events(session, reporter))
      guard isFinished else { throw stopped(session, output) }
    }
    try printResults(session)
  }

  private func makeSession(environment: [String: String]) throws -> TrainingSession {
    guard let resume else {
      return try TrainingSession.start(
        try options.configuration(threadCount: execution.threads), out: out,
        environment: environment)
    }
    let given = options.given + (out == nil ? [] : ["--out"])
    guard given.isEmpty else {
      throw ConfigurationError.conflict(
        options: given,
        reason: "not to be used with --resume, which takes everything from run.json; leave out")
    }
    return try TrainingSession.resume(
      resume, threadCount: execution.threads, environment: environment)
  }

  /// Where numbers for TensorBoard go; nil: nowhere.
  private func scalars(_ session: TrainingSession) -> ScalarLog? {
    if let tensorboardDir { return ScalarLog(folder: tensorboardDir) }
    let folder = session.folder.path
    let goesOn = resume != nil && ScalarFile.exists(in: folder)
    return tensorboard || goesOn ? ScalarLog(folder: folder) : nil
  }

  private func events(
    _ session: TrainingSession, _ reporter: ProgressReporter
  ) -> TrainingEvents {
    TrainingEvents(
      started: { start in
        for line in TrainingIntroduction.lines(start, session: session) { reporter.say(line) }
      },
      step: reporter.step, epoch: reporter.epoch, shouldStop: { SignalWatch.received != nil })
  }

  /// The end of a run that a signal stopped: says how to go on, and with which status it ends.
  private func stopped(_ session: TrainingSession, _ output: TerminalOutput) -> ExitCode {
    // Over the bar, and over the ^C that terminals show.
    if output.canRedraw { output.clearLine() }
    output.writeLine(
      "rectifier: stopped after a checkpoint; go on with: rectifier train --resume "
        + ShellWord.quoted(session.folder.path))
    let status: ExitStatus = SignalWatch.received == SIGINT ? .interrupted : .stopped
    return ExitCode(status.rawValue)
  }

  private func printResults(_ session: TrainingSession) throws {
    guard let results = session.record.results else { return }
    if json {
      try StandardOutput.writeDocument(TrainingDocument.json(results, session: session))
    } else {
      try StandardOutput.writeLines(TrainingSummary.lines(results, session: session))
    }
  }
}
