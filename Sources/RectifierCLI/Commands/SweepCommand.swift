// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierFiles

struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Trains many networks side by side, and says which is best on the validation part.",
    usage: """
      rectifier sweep <plan> [<options>]
      rectifier sweep <data> --vary <option=values> … [<options>]
      """,
    discussion: """
      Each network trains on one thread and leaves one record, by the hash of its recipe, in the \
      sweep's folder. A network with a record is done: run again after a stop, a sweep goes on \
      where it was, and several processes can share its folder. <plan> is a JSON file or the \
      folder of an earlier sweep; with <data> all options of train are understood.
      """)

  @OptionGroup var options: TrainOptions

  @Option(
    help: ArgumentHelp(
      "An option that differs: values with commas between them, or log-uniform:A:B, uniform:A:B, "
        + "integer:A:B to draw from.", valueName: "option=values"))
  var vary: [String] = []

  @Option(help: ArgumentHelp("How many networks to draw.", valueName: "n"))
  var trials: Int?

  @Option(
    help: ArgumentHelp(
      "The sweep's folder. (default: the plan's path without .json, or runs/NAME-sweep-N)",
      valueName: "folder"))
  var out: String?

  @OptionGroup var work: SweepOptions

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func run() throws {
    let input = try SweepInput(options, vary: vary, trialCount: trials, out: out)
    let folder = try SweepFolder(at: input.path)
    try folder.keep(input.plan)
    let result = try work.run(
      { _ in input.trials }, in: folder, resuming: "sweep \(input.path)")
    if json {
      try StandardOutput.writeDocument(result.json)
    } else {
      try StandardOutput.writeLines(SweepText.lines(result))
    }
  }
}

/// How the networks of a sweep are trained; nothing of it shows in a result.
struct SweepOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Networks that train at once. (default: all processors)", valueName: "n"))
  var workers: Int?

  @Flag(help: "Keep the model of each network's best epoch beside its record.")
  var keepModels = false

  @Flag(help: "Show no progress.")
  var quiet = false

  /// Trains what is not done; ends the process where a signal wants that.
  ///
  /// - Parameters:
  ///   - command: What goes on with the sweep later, for people.
  ///   - draw: What is made of the records before that, complete or not.
  func run(
    _ plan: @escaping Sweep.Plan, in folder: SweepFolder, resuming command: String,
    draw: (SweepResult) throws -> Void = { _ in }
  ) throws -> SweepResult {
    SignalWatch.start()
    let environment = ProcessInfo.processInfo.environment
    let output = TerminalOutput(isTerminal: isatty(STDERR_FILENO) == 1, environment: environment)
    var sweep = try Sweep(
      plan: plan, in: folder, workerCount: workers, environment: environment)
    sweep.keepsModels = keepModels
    let progress = SweepProgress(output: output, isQuiet: quiet)
    let result = try sweep.run(progress.events { SignalWatch.received != nil })
    progress.finish()
    try draw(result)
    guard let signal = SignalWatch.received, !result.isComplete else { return result }
    output.writeLine(
      "rectifier: stopped with \(result.doneCount) of \(result.trials.count) networks done; go on with:"
        + " rectifier \(command)")
    throw ExitCode((signal == SIGINT ? ExitStatus.interrupted : .stopped).rawValue)
  }
}
