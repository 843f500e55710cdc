// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierAnalysis
import RectifierExperiments
import RectifierNumerics
import RectifierTraining

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Measures what is claimed of sparse codes, models side by side.",
    usage: "rectifier analyze <model> <data> [--against <model>] ... [<options>]",
    discussion: """
      zeros: which units are silent, and how often; variable-size: how many are active from input to \
      input; disentangling: how much of a code a small change of the input changes; separability: how \
      well a linear classifier reads it; robustness: what is left when units fall silent or noise \
      comes in; storage: the bytes that codes take; gradient-flow: how much of the gradient reaches each \
      layer; bounds: how large activations and weights are; linearity: how many linear pieces the data \
      meet, and whether each is exactly affine. All with 95 % intervals.
      """)

  @Argument(help: "The model file, or the run folder that it lies in.")
  var model: String

  @OptionGroup var options: DataOptions

  @Option(
    help: ArgumentHelp("A model to show beside the first; may be repeated.", valueName: "model"))
  var against: [String] = []

  @Option(
    help: ArgumentHelp(
      "What to measure, with commas. (default: everything)", valueName: "zeros,…"))
  var only: String?

  @Option(
    help: ArgumentHelp(
      "Samples to draw where the network runs many times, at least 10. (default: 1000, for "
        + "separability 2000)", valueName: "n"))
  var samples: Int?

  @Option(help: "Decides whatever is drawn.")
  var seed: UInt64 = 1

  @OptionGroup var pictures: PictureFlags

  @OptionGroup var rows: ModelRowFlags

  @OptionGroup var execution: ExecutionOptions

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let execution = try execution.execution(environment: environment)
    let analysisOptions = try analysisOptions()
    try checkInputCounts()
    var report: AnalysisReport?
    for name in [model] + against {
      let input = try ModelInput(
        modelPath: name, data: options.data, choice: options.choice, pictures: pictures,
        rows: rows.options, needsClasses: true, execution: execution, environment: environment)
      let analysis = try Analysis.measure(
        input.model, on: input.data, options: analysisOptions, execution: execution)
      let measured = AnalysisReport.Measured(
        name: name, model: input.model, analysis: analysis,
        includesTrainingRows: input.model.learned(from: try input.model.fitted(input.data)))
      report = AnalysisReport(
        measured: (report?.measured ?? []) + [measured], sourceName: input.sourceName,
        part: input.part, notes: report?.notes ?? input.notes)
    }
    guard let report else { return }
    if json {
      try StandardOutput.writeDocument(report.json)
    } else {
      try StandardOutput.writeLines(report.lines)
    }
  }

  private func analysisOptions() throws(ConfigurationError) -> AnalysisOptions {
    if let samples, samples < 2 * Separability.foldCount {
      throw .invalidValue(
        option: "--samples", expected: "a whole number from \(2 * Separability.foldCount) on",
        found: "\(samples)")
    }
    var options = AnalysisOptions(sampleCount: samples, seed: Seed(seed))
    guard let only else { return options }
    options.claims = []
    for name in only.split(separator: ",", omittingEmptySubsequences: false) {
      let name = name.trimmingCharacters(in: .whitespaces)
      options.claims.insert(try TrainConfiguration.value(named: name, option: "--only"))
    }
    return options
  }

  /// Refuses models that take other inputs than the first before anything is measured.
  private func checkInputCounts() throws {
    let expected = try ModelInput.model(at: model).network.architecture.inputCount
    for other in against {
      let found = try ModelInput.model(at: other).network.architecture.inputCount
      guard found == expected else {
        throw ConfigurationError.conflict(
          options: ["--against"],
          reason: "\(other) takes \(found) features a sample, \(model) takes \(expected); compare"
            + " models of the same data")
      }
    }
  }
}
