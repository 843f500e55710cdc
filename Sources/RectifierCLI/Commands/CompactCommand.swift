// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierFiles
import RectifierTraining

struct CompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Removes a model's units that never fire, and counts what that changes.",
    usage: "rectifier compact <model> <data> [<options>]",
    discussion: """
      A unit goes if its output is exactly zero for every calibration sample. On every sample for \
      which the removed units are silent, the new model gives the same outputs to the last bit; \
      held-out data show how many there are of the others, and how many labels change.
      """)

  @Argument(help: "The model file, or the run folder that it lies in.")
  var model: String

  @OptionGroup var options: CompactOptions

  @Flag(
    help: ArgumentHelp(
      "Also put the units of each layer in the order of how often they fire. Sums then round in "
        + "another way, and outputs agree up to that."))
  var reorder = false

  @OptionGroup var pictures: PictureFlags

  @OptionGroup var rows: ModelRowFlags

  @OptionGroup var execution: ExecutionOptions

  @Option(
    help: ArgumentHelp(
      "Write the new model to this file. (default: beside the model, NAME-compact.safetensors)",
      valueName: "file"))
  var out: String?

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let execution = try execution.execution(environment: environment)
    let modelPath = ModelInput.path(of: model)
    let path = out ?? ModelInput.path(beside: modelPath, ending: "-compact.safetensors")
    try Self.checkApart(path, from: modelPath)
    let input = try CompactInput(
      modelPath: modelPath, options: options, pictures: pictures, rows: rows, execution: execution,
      environment: environment)
    let report = try CompactReport(input, reordering: reorder, execution: execution)
    try report.compaction.model.write(to: path)
    if json {
      try StandardOutput.writeDocument(report.json(modelPath: path))
    } else {
      try StandardOutput.writeLines(report.lines(modelPath: path))
    }
  }

  /// The model that was compacted stays, as what the new one can be compared with.
  private static func checkApart(_ path: String, from modelPath: String) throws {
    guard let absolute = PathName.absolute(path), absolute == PathName.absolute(modelPath) else {
      return
    }
    throw ConfigurationError.conflict(
      options: ["--out"], reason: "\(PathName.quoted(path)) is the model itself; give another file")
  }
}
