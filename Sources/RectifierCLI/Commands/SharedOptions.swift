// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierData
import RectifierExperiments
import RectifierNetworks
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

/// How the weights that predictions read are stored.
struct PrecisionOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the weights that predictions read are stored; sums are float32 with either. "
        + "(default: float32)", valueName: "float32|bfloat16"))
  var precision: String?

  func weightPrecision() throws(ConfigurationError) -> WeightPrecision {
    guard let precision else { return .float32 }
    return try WeightPrecision(named: precision, option: "--precision")
  }
}

extension ArgumentHelp {
  /// Of the data that a model is applied to.
  static let modelData = ArgumentHelp(
    "The data: glyphs, a folder of IDX files, of CIFAR-10, NORB or pictures, a picture (PNG, PGM, "
      + "PPM), arrays (NPZ, NPY), a table (CSV, TSV), texts, svmlight, - for standard input, or a "
      + "catalog name such as mnist.")

  /// Of `--epoch-samples`.
  static let epochSamples = ArgumentHelp(
    "Samples an epoch: the run goes through the shuffled training part over the ends of epochs, and "
      + "shuffles it anew when it is used up. (default: the training part once)", valueName: "n")

  /// Of `--data-dir`.
  static let dataFolder = ArgumentHelp(
    "Where catalog names are looked up, before $RECTIFIER_DATA and the user's cache folder.",
    valueName: "folder")
}

/// Where catalog names are looked up.
struct DataFolderOption: ParsableArguments {
  @Option(help: .dataFolder)
  var dataDir: String?

  /// The source that an argument means, refused where its images would not fit into memory.
  func source(_ argument: String, environment: [String: String]) throws -> DataSource {
    let source = try DataSource.resolve(
      argument, dataFolder: dataDir, environment: environment)
    try source.checkMemory()
    return source
  }
}

/// Data whose parts are chosen in a way of the command's own.
struct DataPlace: ParsableArguments {
  @Argument(help: .modelData)
  var data: String

  @OptionGroup var folder: DataFolderOption

  func source(environment: [String: String]) throws -> DataSource {
    try folder.source(data, environment: environment)
  }
}

/// Where data are looked for, and which part of them is meant.
struct PartOptions: ParsableArguments {
  @OptionGroup var folder: DataFolderOption

  @Option(
    help: ArgumentHelp(
      "The part of the data. (default: test where there is one, else all)",
      valueName: "train|validation|test|all"))
  var part: String?

  /// The part that was asked for, nil where none was.
  func chosenPart() throws(ConfigurationError) -> Part? {
    guard let part else { return nil }
    return try Self.part(named: part, among: Part.allCases, option: "--part")
  }

  /// The part that goes by a name; the error names the nearest one.
  static func part(
    named name: String, among parts: [Part], option: String
  ) throws(ConfigurationError) -> Part {
    try TrainConfiguration.value(
      named: name, among: parts.map { (name: $0.rawValue, value: $0) }, option: option)
  }
}

/// Which data a model is applied to.
struct DataOptions: ParsableArguments {
  @Argument(help: .modelData)
  var data: String

  @OptionGroup var choice: PartOptions
}
