// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierFiles
import RectifierInterchange
import RectifierTraining

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes a model file of an ONNX or NPZ file.",
    usage: "rectifier import <file> --out <model> [<options>]",
    discussion: """
      Files that were exported here give the model that they were made of. Multi-layer perceptrons \
      of scikit-learn (skl2onnx, zipmap=False) and PyTorch (torch.onnx.export, \
      external_data=False) become models too; the options say what such files do not.
      """)

  @Argument(help: "The file.")
  var file: String

  @Option(help: ArgumentHelp("Write the model to this file.", valueName: "model"))
  var out: String

  @Option(
    help: ArgumentHelp(
      "The value of the graph that is the network's output. (default: the only output, or that "
        + "called probabilities or values)", valueName: "name"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What the classes or labels are called, in the order of the outputs. (default: as the file "
        + "says, else 0, 1, …)", valueName: "name,…"))
  var labels: String?

  @Option(
    help: ArgumentHelp(
      "What stored features are divided by: 255 for images of bytes and a network that takes 0 to "
        + "1. (default: as the graph says, else 1)", valueName: "number"))
  var divisor: Float?

  func run() throws {
    let names = labels?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let options = ImportOptions(output: output, labels: names ?? [], divisor: divisor)
    let model = try Model(importing: file, options: options)
    try model.write(to: out)
    try StandardOutput.writeLines(ModelDescription(model).lines)
  }
}
