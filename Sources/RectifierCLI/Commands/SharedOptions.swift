// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierData
import RectifierExperiments
import RectifierNumerics

/// How work is carried out; nothing of it shows in a result.
struct ExecutionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Threads to work on. (default: all processors)", valueName: "n"))
  var threads: Int?

  func execution(environment: [String: String]) throws -> Execution {
    try Execution.requested(threadCount: threads, environment: environment)
  }
}

extension ArgumentHelp {
  /// Of `--data-dir`.
  static let dataFolder = ArgumentHelp(
    "Where catalog names are looked up, before $RECTIFIER_DATA and the user's cache folder.",
    valueName: "folder")
}

/// Which data a model is applied to.
struct DataOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The data: glyphs, a folder of IDX files, a folder of pictures, a picture (PNG, PGM, PPM), or "
        + "the catalog name mnist."))
  var data: String

  @OptionGroup var choice: PartOptions
}

/// Where data are looked for, and which part of them is meant.
struct PartOptions: ParsableArguments {
  @Option(help: .dataFolder)
  var dataDir: String?

  @Option(
    help: ArgumentHelp(
      "The part of the data. (default: test where there is one, else all)",
      valueName: "train|validation|test|all"))
  var part: String?

  /// The part that was asked for, nil where none was.
  func chosenPart() throws(ConfigurationError) -> Part? {
    guard let part else { return nil }
    let parts = Part.allCases.map { (name: $0.rawValue, value: $0) }
    return try TrainConfiguration.value(named: part, among: parts, option: "--part")
  }
}
