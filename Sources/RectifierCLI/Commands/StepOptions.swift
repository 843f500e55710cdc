// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierExperiments
import RectifierTraining

/// The options of `train` that say what is minimised and how steps are taken; nil where an option
/// was not given.
struct StepOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Penalty on the sum of absolute activations, one for all hidden layers or one for each. "
        + "(default: 0)", valueName: "x,…"))
  var activationL1: String?

  @Option(
    help: ArgumentHelp(
      "Adapt that penalty until the hidden units have this mean fraction of zeros on the validation "
        + "part, as in 0.85.", valueName: "fraction"))
  var targetZeros: Float?

  @Option(
    help: ArgumentHelp(
      "Penalty on half the sum of squared weights; biases are free. (default: 0)", valueName: "x"))
  var weightL2: Float?

  @Option(
    help: ArgumentHelp(
      "The share of the inputs that each training sample goes without; what is left is scaled up. "
        + "(default: 0)", valueName: "p"))
  var inputDropout: Float?

  @Option(
    help: ArgumentHelp(
      "The same of hidden units, one rate for all hidden layers or one for each. (default: 0)",
      valueName: "p,…"))
  var dropout: String?

  @Option(
    help: ArgumentHelp(
      "How steps are taken; another than the file of --config names has its own default learning "
        + "rate, not the file's. (default: sgd)", valueName: "sgd|momentum|adam"))
  var optimizer: String?

  @Option(
    help: ArgumentHelp(
      "The share of the velocity that momentum keeps. (default: 0.9)", valueName: "x"))
  var momentum: Float?

  @Flag(inversion: .prefixedNo, help: "Momentum in Nesterov's form.")
  var nesterov: Bool?

  @Option(
    help: ArgumentHelp(
      "The step along the gradient. (default: sgd 0.1, momentum 0.01, adam 0.001)",
      valueName: "x"))
  var learningRate: Float?

  @Option(
    help: ArgumentHelp(
      "How the learning rate goes on: times the rate after each epoch, or along a cosine to 0. "
        + "(default: constant)", valueName: "constant|exponential:rate|cosine"))
  var schedule: String?

  @Option(help: ArgumentHelp("Samples a step. (default: 10)", valueName: "n"))
  var batchSize: Int?

  @Option(
    help: ArgumentHelp(
      "Epochs: passes over the training part, or as long as --epoch-samples says. (default: 20)",
      valueName: "n"))
  var epochs: Int?

  @Option(help: .epochSamples)
  var epochSamples: Int?

  @Option(
    help: ArgumentHelp(
      "End after so many epochs without a better validation score; 0: never. (default: 0)",
      valueName: "n"))
  var patience: Int?

  @Option(
    help: ArgumentHelp(
      "Which of epochs with equal validation scores is the best. (default: loss, the one with the "
        + "lowest, for files with a row a line, else first)", valueName: "first|loss"))
  var epochTies: String?
}

extension StepOptions {
  /// Puts what was given over a configuration.
  func set(_ draft: inout ConfigurationDraft) throws {
    if let activationL1 {
      draft.options.activationL1 = try TrainConfiguration.activationL1(parsing: activationL1)
    }
    draft.options.targetZeros = targetZeros ?? draft.options.targetZeros
    draft.options.weightL2 = weightL2 ?? draft.options.weightL2
    draft.options.inputDropout = inputDropout ?? draft.options.inputDropout
    if let dropout { draft.options.dropout = try TrainConfiguration.dropout(parsing: dropout) }
    draft.steps.override(
      with: OptimizerChoice(
        kind: try optimizer.map { try TrainConfiguration.optimizer(named: $0) },
        momentum: momentum, isNesterov: nesterov, learningRate: learningRate))
    if let schedule {
      draft.options.schedule = try TrainConfiguration.schedule(parsing: schedule)
    }
    draft.options.batchSize = batchSize ?? draft.options.batchSize
    draft.options.epochCount = epochs ?? draft.options.epochCount
    draft.options.epochSampleCount = epochSamples ?? draft.options.epochSampleCount
    draft.options.patience = patience ?? draft.options.patience
    if let epochTies {
      draft.options.epochTies = try TrainConfiguration.epochTies(named: epochTies)
    }
  }
}
