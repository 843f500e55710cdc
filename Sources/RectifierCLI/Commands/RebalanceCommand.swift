// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierTraining

struct RebalanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebalance",
    abstract: "Puts a model's hidden units on other scales; what it computes stays.",
    usage: "rectifier rebalance <model> [<options>]",
    discussion: """
      A rectifier gives α times as much for α times its input: weights into a unit can be multiplied \
      by α, and those out of it divided. With powers of two every output keeps its bits; what other \
      factors change, --check shows.
      """)

  @Argument(help: "The model file, or the run folder that it lies in.")
  var model: String

  @Option(
    help: ArgumentHelp(
      "What the units of each hidden layer, or of all, are multiplied by.", valueName: "number,…"))
  var alpha: String?

  @Flag(
    help: ArgumentHelp(
      "Multiply each unit by the power of two that brings the norm of its weights nearest to 1."))
  var unitNorm = false

  @OptionGroup var check: RebalanceCheckOptions

  @OptionGroup var execution: ExecutionOptions

  @Option(
    help: ArgumentHelp(
      "Write the new model to this file. (default: beside the model, NAME-rebalanced.safetensors)",
      valueName: "file"))
  var out: String?

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let execution = try execution.execution(environment: environment)
    let choice = try RescalingChoice(alpha: alpha, unitNorm: unitNorm)
    let modelPath = ModelInput.path(of: model)
    let path = try DerivedModel.path(out, beside: modelPath, suffix: "rebalanced")
    let input = try check.input(
      modelPath: modelPath, execution: execution, environment: environment)
    let model = try input?.model ?? ModelInput.model(at: modelPath)
    let report = try RebalanceReport(
      try model.rescaled(by: choice.factors(for: model.network)), input, execution: execution)
    try report.rescaling.model.write(to: path)
    if json {
      try StandardOutput.writeDocument(report.json(modelPath: path))
    } else {
      try StandardOutput.writeLines(report.lines(modelPath: path))
    }
  }
}
