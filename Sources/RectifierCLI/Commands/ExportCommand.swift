// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierExperiments
import RectifierFiles
import RectifierInterchange
import RectifierTraining

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a model for other programs: ONNX, or NumPy's NPZ.",
    usage: "rectifier export <model> [--to onnx|npz] [--out <file>]",
    discussion: """
      Preprocessing stays a step of its own in an ONNX graph, and everything else that the model is \
      goes along as metadata: rectifier import gives an equal model back. Model files themselves \
      are safetensors, which NumPy and PyTorch read as they are.
      """)

  @Argument(help: "The model file, or the run folder that it lies in.")
  var model: String

  @Option(
    help: ArgumentHelp(
      "The form of the file. (default: what the name of --out ends in)", valueName: "onnx|npz"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "Write to this file. (default: beside the model, NAME.onnx or NAME.npz)",
      valueName: "file"))
  var out: String?

  func run() throws {
    let format = try format()
    let modelPath = ModelInput.path(of: model)
    let path = out ?? ModelInput.path(beside: modelPath, ending: format.ending)
    let source = try ModelInput.model(at: modelPath)
    try source.write(to: path, as: format)
    if format == .onnx, source.onnxTakesEncodedRows {
      _ = writeAll(
        "note: the graph takes encoded features; words, texts and missing numbers become features"
          + " before it\n", to: STDERR_FILENO)
    }
    let architecture = ArchitectureText.line(source.network.architecture)
    try StandardOutput.writeLine("\(path): \(format.title), \(architecture)")
  }

  /// The form that was asked for, or that the file's name ends in.
  private func format() throws(ConfigurationError) -> ModelFormat {
    if let to { return try TrainConfiguration.value(named: to, option: "--to") }
    guard let format = ModelFormat.allCases.first(where: { out?.hasSuffix($0.ending) ?? false })
    else {
      throw .invalidValue(
        option: "--to", expected: ModelFormat.allCases.map(\.rawValue).joined(separator: " or "),
        found: "nothing, and --out \(out.map { "is \(PathName.quoted($0))" } ?? "is not there")")
    }
    return format
  }
}
