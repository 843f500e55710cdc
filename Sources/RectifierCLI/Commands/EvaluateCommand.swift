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

  @OptionGroup var execution: ExecutionOptions

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let execution = try execution.execution(environment: environment)
    let input = try ModelInput(
      modelPath: model, data: options.data, choice: options.choice, pictures: pictures,
      needsClasses: true,
      execution: execution, environment: environment)
    let evaluation = try Evaluation.evaluate(input.model, on: input.data, execution: execution)
    let includesTrainingRows = input.model.learned(from: try input.model.fitted(input.data))
    if json {
      var document = evaluation.json
      document["part"] = .string(input.part.rawValue)
      document["includesTrainingRows"] = .bool(includesTrainingRows)
      document["labels"] = JSONValue(input.model.labels)
      try StandardOutput.writeDocument(.object(document))
    } else {
      let lines = Self.lines(
        evaluation, input: input, includesTrainingRows: includesTrainingRows)
      try StandardOutput.writeLines(lines)
    }
  }

  private static func lines(
    _ evaluation: Evaluation, input: ModelInput, includesTrainingRows: Bool
  ) -> [String] {
    let warning =
      includesTrainingRows
      ? ["caution     the model learned from these rows; on new ones it will do worse"] : []
    let measured =
      ["part        \(input.part.rawValue) of \(input.sourceName)"] + warning
      + ResultText.lines(
        title: "result      ", errors: evaluation.errors, loss: evaluation.loss)
      + LayerText.lines(
        zeroFraction: evaluation.zeroFraction, deadUnitCount: evaluation.deadUnitCount)
    if evaluation.confusion.isEmpty { return measured }
    return measured + [""]
      + ConfusionTable(labels: input.model.labels, confusion: evaluation.confusion).lines
  }
}
