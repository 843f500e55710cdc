// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierData
import RectifierExperiments
import RectifierNetworks
import RectifierTraining

/// The options of `pretrain` that a run.json records; nil where an option was not given.
struct PretrainOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What to learn from, without its classes: whatever train takes. Of a table all columns are inputs "
        + "but those that --ignore names."))
  var data: String?

  @Option(help: .dataFolder)
  var dataDir: String?

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

  @Flag(help: "Invert all pictures.")
  var invert = false

  @OptionGroup var rows: RowFlags

  @Option(
    help: ArgumentHelp(
      "Units of each hidden layer. (default: 1000,1000,1000)", valueName: "n,…"))
  var hidden: String?

  @Option(
    help: ArgumentHelp(
      "One activation for all hidden layers or one for each, as train has them. (default: "
        + "rectifier)", valueName: "name[:value],…"))
  var activation: String?

  @Flag(help: "Multiply each hidden unit's output by its own fixed +1 or -1.")
  var signMask = false

  @Option(
    help: ArgumentHelp(
      "How encoders begin. (default: glorot-uniform)",
      valueName: Initializer.names.joined(separator: "|")))
  var initializer: String?

  @Option(
    help: ArgumentHelp(
      "One decoder for all layers or one for each: "
        + Reconstruction.allCases.map(\.name).joined(separator: ", ") + ". (default: softplus)",
      valueName: "name,…"))
  var decoder: String?

  @Option(
    help: ArgumentHelp(
      "Where decoders' biases begin: at 0, or where each output is the mean of its targets. "
        + "(default: zero)",
      valueName: DecoderBiases.allCases.map(\.name).joined(separator: "|")))
  var decoderBiases: String?

  @Option(
    help: ArgumentHelp(
      "What inputs go through, one for all layers or one for each: "
        + Corruption.names.joined(separator: ", ") + ". (default: masking:0.25)",
      valueName: "name:level,…"))
  var corruption: String?

  @Flag(help: "Give each decoder its encoder's weights, transposed.")
  var tied = false

  @Option(
    help: ArgumentHelp(
      "Penalty on the sum of absolute codes, one for all layers or one for each. (default: 0)",
      valueName: "x,…"))
  var activationL1: String?

  @Option(help: ArgumentHelp("The step along the gradient. (default: 0.01)", valueName: "x"))
  var learningRate: Float?

  @Option(help: ArgumentHelp("Samples a step. (default: 10)", valueName: "n"))
  var batchSize: Int?

  @Option(
    help: ArgumentHelp(
      "Epochs of each layer: passes over the training part, or as long as --epoch-samples says. "
        + "(default: 20)", valueName: "n"))
  var epochs: Int?

  @Option(help: .epochSamples)
  var epochSamples: Int?

  @Option(
    help: ArgumentHelp(
      "A layer ends after so many epochs without a lower reconstruction error; 0: never. "
        + "(default: 0)", valueName: "n"))
  var patience: Int?

  @Option(
    help: ArgumentHelp(
      "The number that every random choice follows from. (default: 1)", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "A new or empty folder for the run. (default: runs/NAME-pretrain-N)", valueName: "run"))
  var out: String?
}

extension PretrainOptions {
  /// The defaults with what was given put over them.
  func configuration(threadCount: Int?) throws -> PretrainConfiguration {
    guard let data else {
      throw ConfigurationError.invalidValue(
        option: "DATA", expected: "a folder or a catalog name to learn from", found: "nothing")
    }
    var configuration = PretrainConfiguration(data: data)
    try setData(of: &configuration.training)
    try setNetwork(of: &configuration.training)
    if let decoder {
      configuration.reconstructions = try PretrainConfiguration.reconstructions(parsing: decoder)
    }
    if let decoderBiases {
      configuration.decoderBiases = try PretrainConfiguration.decoderBiases(named: decoderBiases)
    }
    if let corruption {
      configuration.corruptions = try PretrainConfiguration.corruptions(parsing: corruption)
    }
    configuration.tiesWeights = tied
    setSteps(of: &configuration.training)
    configuration.training.threadCount = threadCount
    try configuration.check()
    return configuration
  }

  private func setData(of configuration: inout TrainConfiguration) throws {
    configuration.dataDirectory = dataDir
    configuration.validation = validation.map(ValidationChoice.init(parsing:))
    if let validationDraw {
      configuration.validationDraw = try TrainConfiguration.validationDraw(named: validationDraw)
    }
    if let resize {
      configuration.resize = try TrainConfiguration.pictureSize(parsing: resize)
    }
    configuration.inverts = invert
    try rows.set(&configuration.input)
  }

  private func setNetwork(of configuration: inout TrainConfiguration) throws(ConfigurationError) {
    if let hidden {
      configuration.hiddenWidths = try TrainConfiguration.hiddenWidths(parsing: hidden)
    }
    if let activation {
      configuration.activations = try TrainConfiguration.activations(parsing: activation)
    }
    if let initializer {
      configuration.initializer = try TrainConfiguration.initializer(named: initializer)
    }
    if let activationL1 {
      configuration.activationL1 = try TrainConfiguration.activationL1(parsing: activationL1)
    }
    configuration.hasSignMask = signMask
  }

  private func setSteps(of configuration: inout TrainConfiguration) {
    configuration.learningRate = learningRate ?? configuration.learningRate
    configuration.batchSize = batchSize ?? configuration.batchSize
    configuration.epochCount = epochs ?? configuration.epochCount
    configuration.epochSampleCount = epochSamples ?? configuration.epochSampleCount
    configuration.patience = patience ?? configuration.patience
    configuration.seed = seed ?? configuration.seed
  }
}
