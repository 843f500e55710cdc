// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierFiles
import RectifierTraining

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures a model on data: error, loss, zeros, dead units, confusions.",
    usage: "rectifier evaluate <model> <data> [<options>]")

  @Argument(help: "The model file, or the run folder that it lies in.")
  var model: String

  @OptionGroup var options: DataOptions

  @OptionGroup var pictures: PictureFlags

  @OptionGroup var rows: ModelRowFlags

  @Option(
    name: .customLong("k"),
    help: ArgumentHelp(
      "Print P@k and R@k: how many of the k most probable labels of a row are its own, and how many of "
        + "its own are among these. (default: 1 for fastText files)", valueName: "n"))
  var rankingDepth: Int?

  @OptionGroup var precision: PrecisionOption

  @OptionGroup var execution: ExecutionOptions

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let execution = try execution.execution(environment: environment)
    let precision = try precision.weightPrecision()
    let input = try ModelInput(
      modelPath: model, data: options.data, choice: options.choice, pictures: pictures,
      rows: rows.options,
      needsClasses: true,
      execution: execution, environment: environment)
    let report = try EvaluateReport(
      input, precision: precision, rankingDepth: rankingDepth, execution: execution)
    if json {
      try StandardOutput.writeDocument(report.json)
    } else {
      try StandardOutput.writeLines(report.lines)
    }
  }
}
