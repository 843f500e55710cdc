// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierData
import RectifierExperiments
import RectifierNetworks
import RectifierTraining

/// The options of `train` that a run.json records; nil where an option was not given.
struct TrainOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What to learn from: glyphs, a folder of IDX files, a folder with one folder of pictures (PNG, "
        + "PGM, PPM) a class, or the catalog name mnist."))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "Where catalog names are looked up, before $RECTIFIER_DATA and the user's cache folder.",
      valueName: "folder"))
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
      "Scale all pictures to this size, as in 28x28. (default: they must agree)",
      valueName: "heightxwidth"))
  var resize: String?

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

  @Flag(help: "Multiply each hidden unit's output by its own fixed +1 or -1.")
  var signMask = false

  @Option(
    help: ArgumentHelp(
      "How weights begin. (default: glorot-uniform)",
      valueName: Initializer.names.joined(separator: "|")))
  var initializer: String?

  @Option(
    help: ArgumentHelp(
      "Penalty on the sum of absolute activations, one for all hidden layers or one for each. "
        + "(default: 0)", valueName: "x,…"))
  var activationL1: String?

  @Option(
    help: ArgumentHelp("How steps are taken. (default: sgd)", valueName: "sgd"))
  var optimizer: String?

  @Option(help: ArgumentHelp("The step along the gradient. (default: 0.1)", valueName: "x"))
  var learningRate: Float?

  @Option(help: ArgumentHelp("Samples a step. (default: 10)", valueName: "n"))
  var batchSize: Int?

  @Option(help: ArgumentHelp("Passes over the training part. (default: 20)", valueName: "n"))
  var epochs: Int?

  @Option(
    help: ArgumentHelp(
      "End after so many epochs without a better validation error; 0: never. (default: 0)",
      valueName: "n"))
  var patience: Int?

  @Option(
    help: ArgumentHelp(
      "The number that every random choice follows from. (default: 1)", valueName: "n"))
  var seed: Int?

  @Option(
    help: ArgumentHelp(
      "A new or empty folder for the run. (default: runs/NAME-N)", valueName: "run"))
  var out: String?

  private static let activationNames = Activation.all.map(\.name).joined(separator: ", ")
}

extension TrainOptions {
  /// The flags that were given, for telling somebody that they cannot be used.
  var given: [String] {
    let flags: [(flag: String, isGiven: Bool)] = [
      ("DATA", data != nil), ("--data-dir", dataDir != nil), ("--test", test != nil),
      ("--validation", validation != nil), ("--validation-draw", validationDraw != nil),
      ("--resize", resize != nil),
      ("--hidden", hidden != nil), ("--activation", activation != nil), ("--sign-mask", signMask),
      ("--initializer", initializer != nil), ("--activation-l1", activationL1 != nil),
      ("--optimizer", optimizer != nil), ("--learning-rate", learningRate != nil),
      ("--batch-size", batchSize != nil), ("--epochs", epochs != nil),
      ("--patience", patience != nil), ("--seed", seed != nil), ("--out", out != nil),
    ]
    return flags.filter(\.isGiven).map(\.flag)
  }

  /// The defaults, with what was given put over them.
  func configuration(threadCount: Int?) throws -> TrainConfiguration {
    guard let data else {
      throw ConfigurationError.invalidValue(
        option: "DATA", expected: "a folder or a catalog name to learn from", found: "nothing")
    }
    var configuration = TrainConfiguration(data: data)
    configuration.dataDirectory = dataDir
    configuration.test = test
    configuration.resize = try resize.map(TrainConfiguration.pictureSize(parsing:))
    configuration.validation = validation.map(ValidationChoice.init(parsing:))
    if let validationDraw {
      configuration.validationDraw = try TrainConfiguration.validationDraw(named: validationDraw)
    }
    try setNetwork(of: &configuration)
    if let optimizer {
      configuration.optimizer = try TrainConfiguration.optimizer(named: optimizer)
    }
    configuration.learningRate = learningRate ?? configuration.learningRate
    configuration.batchSize = batchSize ?? configuration.batchSize
    configuration.epochCount = epochs ?? configuration.epochCount
    configuration.patience = patience ?? configuration.patience
    configuration.seed = try seed.map(Self.seed) ?? configuration.seed
    configuration.threadCount = threadCount
    try configuration.check()
    return configuration
  }

  private func setNetwork(of configuration: inout TrainConfiguration) throws {
    if let hidden {
      configuration.hiddenWidths = try TrainConfiguration.hiddenWidths(parsing: hidden)
    }
    if configuration.hiddenWidths.isEmpty { try refuseOptionsOfHiddenLayers() }
    if let activation {
      configuration.activations = try TrainConfiguration.activations(parsing: activation)
    }
    if let activationL1 {
      configuration.activationL1 = try TrainConfiguration.activationL1(parsing: activationL1)
    }
    if let initializer {
      configuration.initializer = try TrainConfiguration.initializer(named: initializer)
    }
    configuration.hasSignMask = signMask
  }

  /// What describes hidden layers is refused where there are none, rather than ignored.
  private func refuseOptionsOfHiddenLayers() throws(ConfigurationError) {
    let needsLayers = ["--activation", "--sign-mask", "--activation-l1"].filter(given.contains)
    guard needsLayers.isEmpty else {
      throw .conflict(options: needsLayers, reason: "no meaning with --hidden none; leave out")
    }
  }

  private static func seed(_ value: Int) throws(ConfigurationError) -> UInt64 {
    guard let seed = UInt64(exactly: value) else {
      throw .invalidValue(
        option: "--seed", expected: "a whole number from 0 on", found: "\(value)")
    }
    return seed
  }
}
