// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierFiles

struct TuneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Searches good options for the time that you give it, and keeps the best model.",
    usage: """
      rectifier tune <data> [--validation <data>] [--time <time>] [<options>]
      rectifier tune <folder> [--time <time>]
      """,
    discussion: """
      Trains the network as it would be trained by default, then others whose learning rate, hidden \
      layers, zeros, optimizer and, of texts, n-grams and vocabulary are drawn; the best third goes on \
      to more epochs, twice. Options that you give are not searched; --epochs is the most that a \
      network gets. The folder receives the best model as model.safetensors, its options as best.json \
      and the command that trains it as command.txt. With the folder of an earlier search, that one \
      goes on.
      """)

  @OptionGroup var options: TrainOptions

  @Option(
    help: ArgumentHelp(
      "How long to search: 30s, 5m, 2h. (default: 5m)", valueName: "time"))
  var time: String?

  @Option(
    help: ArgumentHelp(
      "What is to be best on the validation part. (default: what the task is scored by)",
      valueName: TrialMetric.all.map(\.name).joined(separator: "|")))
  var metric: String?

  @Option(
    help: ArgumentHelp(
      "Networks at most; with time enough, the result follows from it and the seed alone. (default: "
        + "300)", valueName: "n"))
  var trials: Int?

  @Option(
    help: ArgumentHelp("The search's folder. (default: runs/NAME-tune-N)", valueName: "folder"))
  var out: String?

  @Option(
    help: ArgumentHelp("Networks that train at once. (default: all processors)", valueName: "n"))
  var workers: Int?

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  @Flag(help: "Show no progress.")
  var quiet = false

  func run() throws {
    let seconds = try TuneTime.seconds(parsing: time ?? "5m")
    SignalWatch.start()
    let environment = ProcessInfo.processInfo.environment
    let input = try TuneInput(
      options, metric: metric, trialCount: trials, out: out, environment: environment)
    let output = TerminalOutput(isTerminal: isatty(STDERR_FILENO) == 1, environment: environment)
    let folder = try TuneFolder(at: input.path)
    let tuning = try Tuning(
      input.plan, in: folder, seconds: seconds, workerCount: workers, environment: environment)
    let progress = TuneProgress(input.plan, seconds: seconds, output: output, isQuiet: quiet)
    let result: TuneResult
    do {
      result = try tuning.run(progress.events { SignalWatch.received != nil })
    } catch let error as TuneError {
      progress.finish()
      guard case .noTime = error, let signal = SignalWatch.received else { throw error }
      throw stopped(by: signal, folder, output, found: "no network is done so far")
    }
    progress.finish()
    let command = result.best.map { TrainArguments.command($0.trial.configuration) } ?? ""
    try AtomicFile.write(command + "\n", to: folder.commandPath)
    if let signal = SignalWatch.received {
      let best = "the best so far is \(folder.modelPath)"
      throw stopped(by: signal, folder, output, found: best)
    }
    if json {
      var document = result.json
      document["model"] = .string(folder.modelPath)
      document["command"] = .string(command)
      try StandardOutput.writeDocument(.object(document))
    } else {
      try StandardOutput.writeLines(TuneText.lines(result, folder: folder, command: command))
    }
  }

  /// The end of a search that a signal stopped.
  private func stopped(
    by signal: Int32, _ folder: TuneFolder, _ output: TerminalOutput, found: String
  ) -> ExitCode {
    output.writeLine(
      "rectifier: stopped; \(found); go on with: rectifier tune "
        + ShellWord.quoted(folder.path))
    return ExitCode((signal == SIGINT ? ExitStatus.interrupted : .stopped).rawValue)
  }
}
