// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierInterchange

/// The command `rectifier`.
@main
struct RectifierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rectifier",
    abstract: "Trains deep sparse rectifier networks and turns their zeros into speed.",
    version: RectifierVersion.text,
    subcommands: [
      DemoCommand.self, TrainCommand.self, PretrainCommand.self, EvaluateCommand.self,
      PredictCommand.self, InspectCommand.self, ReportCommand.self, CompactCommand.self,
      AnalyzeCommand.self, EncodeCommand.self, RebalanceCommand.self, ExportCommand.self,
      ImportCommand.self, DataCommand.self, BenchCommand.self, SweepCommand.self,
      TuneCommand.self, CrossValidateCommand.self, ReproduceCommand.self,
    ]
  )

  /// Runs what the arguments ask for and ends the process.
  static func main() {
    // A reader that has gone is noticed where results are written, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    Foundation.exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs what the arguments ask for; answers with the exit status.
  private static func run(_ arguments: [String]) -> Int32 {
    do {
      try refuseUnknownCommand(arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
      return ExitStatus.success.rawValue
    } catch {
      return report(error)
    }
  }

  /// Says on one line of standard error what went wrong.
  private static func report(_ error: any Error) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    let parserStatus = exitCode(for: error)
    if parserStatus == .success {
      // A help screen or the version is a result.
      do throws(StandardOutputError) {
        try StandardOutput.writeLine(message(for: error))
        return ExitStatus.success.rawValue
      } catch {
        return ExitStatus(for: error).rawValue
      }
    }
    if let output = error as? StandardOutputError, output == .closed {
      return ExitStatus.success.rawValue
    }
    let isUsage = parserStatus == .validationFailure
    let text = isUsage ? message(for: error) : "\(error)"
    _ = writeAll("rectifier: \(oneLine(text))\n", to: STDERR_FILENO)
    return (isUsage ? ExitStatus.usage : ExitStatus(for: error)).rawValue
  }

  private static func refuseUnknownCommand(_ arguments: [String]) throws(ConfigurationError) {
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    guard let first = arguments.first, !first.hasPrefix("-"), !names.contains(first) else { return }
    _ = try TrainConfiguration.value(
      named: first, among: names.map { (name: $0, value: $0) }, option: "command")
  }

  /// Line breaks become spaces, so that an error is one line.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ")
  }
}
