// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierData
import RectifierExperiments
import RectifierTraining

/// How the rows of files become features; nil where an option was not given.
struct RowFlags: ParsableArguments {
  @Option(help: .rowFormat)
  var format: String?

  @Option(
    help: ArgumentHelp("Columns of text, whose words become features.", valueName: "name,…"))
  var text: String?

  @Option(
    help: ArgumentHelp(
      "Columns of categories, even if they are numbers. (default: columns that have words)",
      valueName: "name,…"))
  var categorical: String?

  @Option(
    help: ArgumentHelp(
      "Columns of numbers; anything else in them is an error. (default: columns that have nothing "
        + "else)", valueName: "name,…"))
  var numeric: String?

  @Option(help: ArgumentHelp("Columns to leave out.", valueName: "name,…"))
  var ignore: String?

  @Option(
    help: ArgumentHelp(
      "What stands for a cell that is missing, beside the empty one. (default: "
        + "NA,NaN,nan,null,?)", valueName: "text,…"))
  var missing: String?

  @Flag(inversion: .prefixedNo, help: "The first line names the columns; else they are 1, 2, ….")
  var header: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Bytes that are not UTF-8 become a replacement character; else they are an error.")
  var replaceInvalid: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Numbers are brought to mean 0 and deviation 1 of the training rows (default).")
  var standardize: Bool?

  @Flag(inversion: .prefixedNo, help: "Words are lower-cased (default).")
  var lowercase: Bool?

  @Option(
    help: ArgumentHelp(
      "Terms are up to so many words that follow each other. (default: 1)", valueName: "n"))
  var ngrams: Int?

  @Option(
    help: ArgumentHelp(
      "What a term counts in a text. (default: presence)", valueName: "presence|counts|tfidf"))
  var weighting: String?

  @Option(
    help: ArgumentHelp(
      "Terms that become features at most: those that most texts have. (default: 20000)",
      valueName: "n"))
  var vocabulary: Int?

  @Option(
    help: ArgumentHelp(
      "Terms in fewer texts than these become no features. (default: 1)", valueName: "n"))
  var minDocuments: Int?

  @Option(
    help: ArgumentHelp(
      "From which number on the features of svmlight files count; auto: 0 where the training file has a "
        + "feature 0, else 1. (default: auto)", valueName: "auto|0|1"))
  var indexBase: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Features of svmlight files count 1 where they are not 0, as words that are present do.")
  var binary: Bool?

  @Option(
    help: ArgumentHelp(
      "Which rows of DATA say what words, categories and scales there are: those that are learned "
        + "from, or all, so that features are the same whichever are learned from. (default: "
        + "training)", valueName: "training|all"))
  var fitOn: String?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Rows are read some at a time and lie, encoded, in a file of the cache folder that is mapped, so "
        + "that they need not fit into memory. (default: where they would not)"))
  var stream: Bool?
}

extension RowFlags {
  /// Puts what was given over a configuration.
  func set(_ input: inout InputConfiguration) throws {
    input.format = try format.map { try InputConfiguration.format(named: $0) } ?? input.format
    input.table.texts = text.map(TrainConfiguration.parts(of:)) ?? input.table.texts
    input.table.categorical =
      categorical.map(TrainConfiguration.parts(of:)) ?? input.table.categorical
    input.table.numeric = numeric.map(TrainConfiguration.parts(of:)) ?? input.table.numeric
    input.table.ignored = ignore.map(TrainConfiguration.parts(of:)) ?? input.table.ignored
    input.table.missing = missing.map(TrainConfiguration.parts(of:)) ?? input.table.missing
    input.table.hasHeader = header ?? input.table.hasHeader
    input.table.replacesInvalidUTF8 = replaceInvalid ?? input.table.replacesInvalidUTF8
    input.standardizes = standardize ?? input.standardizes
    input.text.lowercases = lowercase ?? input.text.lowercases
    input.text.longestNGram = ngrams ?? input.text.longestNGram
    input.text.vocabularySize = vocabulary ?? input.text.vocabularySize
    input.text.leastDocumentCount = minDocuments ?? input.text.leastDocumentCount
    if let weighting { input.text.weighting = try InputConfiguration.weighting(named: weighting) }
    if let indexBase { input.indexBase = try InputConfiguration.indexBase(named: indexBase) }
    input.isBinary = binary ?? input.isBinary
    input.streams = stream ?? input.streams
    if let fitOn { input.fittedRows = try InputConfiguration.fittedRows(named: fitOn) }
  }
}

/// How the rows of a file are read for a model, which knows what becomes of them.
struct ModelRowFlags: ParsableArguments {
  @Option(help: .rowFormat)
  var format: String?

  @Flag(
    inversion: .prefixedNo, help: "The first line of a table names its columns (default).")
  var header: Bool?

  @Flag(help: "Bytes that are not UTF-8 become a replacement character; else they are an error.")
  var replaceInvalid = false

  /// How the rows of a source are read; refused where it holds none, or the model knows none.
  func options(for source: DataSource, model: Model) throws -> RowOptions {
    var input = InputConfiguration()
    input.format = try format.map { try InputConfiguration.format(named: $0) }
    input.table.hasHeader = header ?? true
    input.table.replacesInvalidUTF8 = replaceInvalid
    if given.isEmpty { return input.rowOptions }
    guard let found = source.rowFormat(input.format) else {
      throw ConfigurationError.rowsNeeded(options: given, source: source.name)
    }
    guard model.preprocessing.encoding != nil else {
      throw ConfigurationError.conflict(
        options: given, reason: "the model was not trained on the rows of a file; leave out")
    }
    try input.check(for: found)
    return input.rowOptions
  }
}

extension ArgumentHelp {
  /// Of `--format`.
  fileprivate static let rowFormat = ArgumentHelp(
    "The form of files with a row a line. (default: by their names; csv for standard input, -)",
    valueName: RowFormat.allCases.map(\.rawValue).joined(separator: "|"))
}
