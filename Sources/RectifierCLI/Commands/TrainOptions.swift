// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Foundation
import RectifierData
import RectifierExperiments
import RectifierNetworks

/// The options of `train` that a run.json records; nil where an option was not given.
struct TrainOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What to learn from: glyphs, a folder of IDX files, of CIFAR-10 or of NORB, a folder with one "
        + "folder of pictures (PNG, PGM, PPM) a class, arrays (NPZ), a table (CSV, TSV), labelled texts "
        + "(fastText), svmlight, several such files with commas between them, - for standard input, or a "
        + "catalog name such as mnist."))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "Options from a run.json, or from the configuration object of one; flags are put over them, "
        + "and DATA can be left out.", valueName: "file"))
  var config: String?

  @Option(help: .dataFolder)
  var dataDir: String?

  @Option(help: ArgumentHelp("Other data for the test part.", valueName: "data"))
  var test: String?

  @Option(
    help: ArgumentHelp(
      "How many training rows validate, which fraction, or other data. (default: the data's own "
        + "validation part, else 0.1)", valueName: "n|fraction|data"))
  var validation: String?

  @Option(
    help: ArgumentHelp(
      "Which training rows validate. (default: last)", valueName: "last|random"))
  var validationDraw: String?

  @Option(
    help: ArgumentHelp(
      "Keep the n-th of so many equal parts of the training part apart, and test on it: which rows it "
        + "holds, of each class in proportion, follows from the seed.", valueName: "n/folds"))
  var fold: String?

  @Option(
    help: ArgumentHelp(
      "Learn from so many training rows only, of each class in proportion: those of a smaller number "
        + "are among those of a larger one. Validation and test stay. (default: all)",
      valueName: "n"))
  var trainSamples: Int?

  @Option(
    help: ArgumentHelp(
      "Scale all pictures to this size, as in 28x28. (default: they must agree)",
      valueName: "heightxwidth"))
  var resize: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Invert all pictures: networks learn bright ink on black better than dark on white.")
  var invert: Bool?

  @OptionGroup var target: TargetFlags

  @OptionGroup var rows: RowFlags

  @Option(
    help: ArgumentHelp(
      "Units of each hidden layer, or none for a linear classifier. (default: "
        + "1000,1000,1000)", valueName: "n,…"))
  var hidden: String?

  @Option(
    help: ArgumentHelp(
      "One activation for all hidden layers or one for each: \(activationNames). "
        + "(default: rectifier)", valueName: "name[:value],…"))
  var activation: String?

  @Flag(
    inversion: .prefixedNo, help: "Multiply each hidden unit's output by its own fixed +1 or -1.")
  var signMask: Bool?

  @Option(
    help: ArgumentHelp(
      "How weights begin. (default: glorot-uniform)",
      valueName: Initializer.names.joined(separator: "|")))
  var initializer: String?

  @Option(
    help: ArgumentHelp(
      "Hidden layers begin as those of a pre-training run, which must have the same widths, "
        + "activations and sign mask.", valueName: "run"))
  var initFrom: String?

  @OptionGroup var steps: StepOptions

  @Option(
    help: ArgumentHelp(
      "The number that every random choice follows from. (default: 1)", valueName: "n"))
  var seed: Int?

  private static let activationNames = Activation.all.map(\.name).joined(separator: ", ")
}

extension TrainOptions {
  /// The defaults, with what the configuration file says and then what was given put over them.
  func configuration(threadCount: Int?) throws -> TrainConfiguration {
    var draft = try config.map(ConfigurationDraft.init(contentsOf:)) ?? ConfigurationDraft()
    draft.noteFlags(given + (threadCount == nil ? [] : ["--threads"]))
    try setData(of: &draft.options)
    try target.set(&draft.options.input)
    try rows.set(&draft.options.input)
    try setNetwork(of: &draft.options)
    try steps.set(&draft)
    draft.options.seed = try seed.map(Self.seed) ?? draft.options.seed
    draft.options.threadCount = threadCount ?? draft.options.threadCount
    return try draft.checked().decidingTies(
      environment: ProcessInfo.processInfo.environment)
  }

  private func setData(of configuration: inout TrainConfiguration) throws {
    configuration.data = data ?? configuration.data
    configuration.dataDirectory = dataDir ?? configuration.dataDirectory
    configuration.test = test ?? configuration.test
    configuration.validation =
      validation.map(ValidationChoice.init(parsing:)) ?? configuration.validation
    if let validationDraw {
      configuration.validationDraw = try TrainConfiguration.validationDraw(named: validationDraw)
    }
    configuration.fold =
      try fold.map { try TrainConfiguration.fold(parsing: $0) } ?? configuration.fold
    configuration.trainSampleCount = trainSamples ?? configuration.trainSampleCount
    if let resize {
      configuration.resize = try TrainConfiguration.pictureSize(parsing: resize)
    }
    configuration.inverts = invert ?? configuration.inverts
  }

  private func setNetwork(of configuration: inout TrainConfiguration) throws {
    if let hidden {
      configuration.hiddenWidths = try TrainConfiguration.hiddenWidths(parsing: hidden)
    }
    if let activation {
      configuration.activations = try TrainConfiguration.activations(parsing: activation)
    }
    if let initializer {
      configuration.initializer = try TrainConfiguration.initializer(named: initializer)
    }
    configuration.pretrained = initFrom ?? configuration.pretrained
    configuration.hasSignMask = signMask ?? configuration.hasSignMask
  }

  private static func seed(_ value: Int) throws(ConfigurationError) -> UInt64 {
    guard let seed = UInt64(exactly: value) else {
      throw .invalidValue(
        option: "--seed", expected: "a whole number from 0 on", found: "\(value)")
    }
    return seed
  }
}
