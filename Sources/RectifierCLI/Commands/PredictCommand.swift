// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierFiles
import RectifierTraining

struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Writes a model's prediction for each row of data, as CSV.",
    usage: "rectifier predict <model> <data> [<options>]")

  @Argument(help: "The model file, or the run folder that it lies in.")
  var model: String

  @OptionGroup var options: DataOptions

  @OptionGroup var pictures: PictureFlags

  @OptionGroup var rows: ModelRowFlags

  @OptionGroup var precision: PrecisionOption

  @OptionGroup var execution: ExecutionOptions

  @Flag(help: "Add the probability of each class.")
  var probabilities = false

  @Option(help: ArgumentHelp("Write to this file. (default: standard output)", valueName: "file"))
  var out: String?

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let execution = try execution.execution(environment: environment)
    let precision = try precision.weightPrecision()
    let input = try ModelInput(
      modelPath: model, data: options.data, choice: options.choice, pictures: pictures,
      rows: rows.options,
      needsClasses: false,
      execution: execution, environment: environment)
    let table = try PredictionTable(
      model: input.model, data: input.data, hasProbabilities: probabilities, precision: precision,
      execution: execution)
    if let out {
      try AtomicFile.write(table.header + table.lines(0..<table.rowCount), to: out)
    } else {
      try Self.print(table)
    }
    for note in input.notes { _ = writeAll("note: \(note)\n", to: STDERR_FILENO) }
    let rowCount = input.data.rowCount
    _ = writeAll(
      "predicted part \(input.part.rawValue) of \(input.sourceName):"
        + " \(NumberText.grouped(rowCount)) row\(rowCount == 1 ? "" : "s")\n",
      to: STDERR_FILENO)
  }

  /// Prints in pieces, so that a reader who has seen enough ends the work.
  private static func print(_ table: PredictionTable) throws(StandardOutputError) {
    try StandardOutput.write(table.header)
    for begin in stride(from: 0, to: table.rowCount, by: 1000) {
      try StandardOutput.write(table.lines(begin..<min(begin + 1000, table.rowCount)))
    }
  }
}
