// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierFiles
import RectifierTraining

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows what a model is and how it was trained.")

  @Argument(help: "The model file, or the run folder that it lies in.")
  var model: String

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    let description = ModelDescription(try ModelInput.model(at: model))
    if json {
      try StandardOutput.writeDocument(description.json)
    } else {
      try StandardOutput.writeLines(description.lines)
    }
  }
}
