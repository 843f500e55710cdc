// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierInterchange
import RectifierTraining

struct EncodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encode",
    abstract: "Writes what hidden layers make of data, as a file of sparse codes.",
    usage: "rectifier encode <model> <data> --out <file> [<options>]",
    discussion: """
      The file is in the safetensors format: for each layer the positions and values of the outputs \
      that are not zero, or a bit mask and their values, or all values.
      """)

  @Argument(help: "The model file, or the run folder that it lies in.")
  var model: String

  @OptionGroup var options: DataOptions

  @Option(
    help: ArgumentHelp("The hidden layer, from 0. (default: all)", valueName: "all|n"))
  var layer: String?

  @Option(
    help: ArgumentHelp(
      "How codes are written. (default: smallest, for each layer)",
      valueName: "positions|mask|dense|smallest"))
  var form: String?

  @Option(help: ArgumentHelp("Write the codes to this file.", valueName: "file"))
  var out: String

  @OptionGroup var pictures: PictureFlags

  @OptionGroup var rows: ModelRowFlags

  @OptionGroup var execution: ExecutionOptions

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let execution = try execution.execution(environment: environment)
    let form = try chosenForm()
    let input = try ModelInput(
      modelPath: model, data: options.data, choice: options.choice, pictures: pictures,
      rows: rows.options, needsClasses: false, execution: execution, environment: environment)
    let layers = try Self.layers(layer, of: input.model)
    let codes = try Codes.encode(
      input.data, by: input.model, layers: layers, execution: execution)
    try codes.write(to: out, form: form)
    let report = EncodeReport(
      codes: codes, form: form, path: out, sourceName: input.sourceName, part: input.part,
      notes: input.notes)
    if json {
      try StandardOutput.writeDocument(report.json)
    } else {
      try StandardOutput.writeLines(report.lines)
    }
  }

  /// The form that was asked for; nil for the smallest.
  private func chosenForm() throws(ConfigurationError) -> CodeForm? {
    guard let form else { return nil }
    let forms: [(name: String, value: CodeForm?)] = CodeForm.allCases.map { ($0.rawValue, $0) }
    return try TrainConfiguration.value(
      named: form, among: forms + [(name: "smallest", value: nil)], option: "--form")
  }

  /// The layers that were asked for.
  private static func layers(
    _ text: String?, of model: Model
  ) throws(ConfigurationError) -> Set<Int> {
    let layers = model.network.architecture.hiddenWidths.indices
    guard !layers.isEmpty else {
      throw .conflict(options: ["MODEL"], reason: "the model has no hidden layer to write codes of")
    }
    guard let text, text != "all" else { return Set(layers) }
    guard let layer = Int(text), layers.contains(layer) else {
      throw .invalidValue(
        option: "--layer", expected: "all, or a whole number from 0 to \(layers.count - 1)",
        found: "'\(text)'")
    }
    return [layer]
  }
}
