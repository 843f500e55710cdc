// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// All options of a training run, as a value.
///
/// The defaults are those of the command. Nothing here depends on the data: the same
/// configuration can be used on another source.
package struct TrainConfiguration: Sendable {
  /// The source to learn from: a path or a catalog name.
  package var data: String
  /// Where catalog names are looked up first.
  package var dataDirectory: String?
  /// Another source for the test part.
  package var test: String?
  /// What to validate on. Nil: the source's own validation part, else a tenth of the training part.
  package var validation: ValidationChoice?
  package var validationDraw = ValidationDraw.last
  /// The part of the training part that is kept apart as the test part; nil: none.
  package var fold: Fold?
  /// Rows of the training part to learn from, drawn by the seed; nil: all of them.
  package var trainSampleCount: Int?
  /// The size that pictures are brought to; nil leaves them as they are.
  package var resize: PictureSize?
  /// Whether dark and light of all pictures change places.
  package var inverts = false
  /// How the rows of a file are read, and how they become features and targets.
  package var input = InputConfiguration()
  /// Units of each hidden layer, from the input on; none for a linear classifier.
  package var hiddenWidths = [1000, 1000, 1000]
  /// One activation a hidden layer, or one for all of them.
  package var activations = [Activation.rectifier]
  package var hasSignMask = false
  package var initializer = Initializer.glorotUniform
  /// The folder of a pre-training run whose layers the hidden ones begin as.
  package var pretrained: String?
  /// One coefficient a hidden layer, or one for all of them.
  package var activationL1: [Float] = [0]
  /// The fraction of zeros on the validation part that the coefficient is adapted to; nil leaves it.
  package var targetZeros: Float?
  /// The penalty on the weights, λ₂/2 · Σ w².
  package var weightL2: Float = 0
  /// The share of the inputs that each training sample goes without.
  package var inputDropout: Float = 0
  /// The share of the units: one rate a hidden layer, or one for all of them.
  package var dropout: [Float] = [0]
  package var optimizer = Optimizer.sgd
  /// What was asked for; nil for the optimizer's default.
  private var chosenLearningRate: Float?
  package var schedule = LearningRateSchedule.constant
  package var batchSize = 10
  package var epochCount = 20
  /// Samples an epoch; nil: all rows of the training part.
  package var epochSampleCount: Int?
  /// Epochs without a better validation error after which training ends; 0: never.
  package var patience = 0
  /// Which of epochs with equal validation scores is the best; nil: not said, and the first.
  package var epochTies: EpochTies?
  package var seed: UInt64 = 1
  /// Nil: as many threads as the machine runs at once.
  package var threadCount: Int?

  package init(data: String) {
    self.data = data
  }
}

extension TrainConfiguration {
  /// The share of the training part that validates where nothing else was said.
  static let defaultValidation = ValidationChoice.fraction(0.1)

  /// Checks every range that does not depend on the data, and that options go together.
  ///
  /// - Parameter names: What errors call the options.
  package func check(_ names: OptionNames = OptionNames()) throws(ConfigurationError) {
    for width in hiddenWidths where width < 1 {
      throw .invalidValue(
        option: names["hidden"], expected: "widths from 1 on, or none", found: "\(width)")
    }
    if hiddenWidths.isEmpty { try checkNothingIsHidden(names) }
    try checkCount(of: activations.count, option: names["activation"], unit: "name")
    try checkCount(of: activationL1.count, option: names["activationL1"], unit: "coefficient")
    try checkCount(of: dropout.count, option: names["dropout"], unit: "rate")
    if fold != nil, test != nil {
      throw .conflict(
        options: [names["fold"], names["test"]],
        reason: "both say what the test part is; leave one out")
    }
    try input.check(names)
    try checkObjective(names)
    try checkTarget(names)
    try checkSteps(names)
    if let trainSampleCount {
      try checkRange(of: trainSampleCount, from: 1, option: names["trainSamples"])
    }
    try checkRange(of: batchSize, from: 1, option: names["batchSize"])
    try checkRange(of: epochCount, from: 1, option: names["epochs"])
    try checkEpochSamples(names)
    try checkRange(of: patience, from: 0, option: names["patience"])
    if let threadCount {
      try Execution.check(threadCount: threadCount, option: names["threads"])
    }
  }

  /// The step along the gradient: until one is set, the default of the optimizer, whichever that
  /// is.
  package var learningRate: Float {
    get { chosenLearningRate ?? optimizer.defaultLearningRate }
    set { chosenLearningRate = newValue }
  }

  /// Whether the seed decides which rows are in which part.
  var drawsRows: Bool { validationDraw == .random || fold != nil }

  /// One activation for each hidden layer.
  package var activationsPerLayer: [Activation] { perLayer(activations) }

  /// One coefficient for each hidden layer.
  package var activationL1PerLayer: [Float] { perLayer(activationL1) }

  /// One element is that of every hidden layer.
  private func perLayer<Value>(_ values: [Value]) -> [Value] {
    values.count == 1 ? Array(repeating: values[0], count: hiddenWidths.count) : values
  }

  /// What the training run is told.
  package var trainingOptions: TrainingOptions {
    TrainingOptions(
      activationL1: activationL1PerLayer, targetZeros: targetZeros, weightL2: weightL2,
      optimizer: optimizer,
      learningRate: learningRate, schedule: schedule, batchSize: batchSize,
      epochCount: epochCount, epochSampleCount: epochSampleCount, patience: patience,
      epochTies: epochTies ?? .first, seed: Seed(seed),
      dropout: Dropout(input: inputDropout, hidden: perLayer(dropout)))
  }

  /// What describes hidden layers is refused where there are none, rather than ignored.
  private func checkNothingIsHidden(_ names: OptionNames) throws(ConfigurationError) {
    let given = [
      ("activation", activations.contains { $0 != .rectifier }), ("signMask", hasSignMask),
      ("activationL1", activationL1.contains { $0 != 0 }), ("initFrom", pretrained != nil),
      ("targetZeros", targetZeros != nil), ("dropout", dropout.contains { $0 != 0 }),
    ].filter(\.1).map { names[$0.0] }
    guard given.isEmpty else {
      throw .conflict(
        options: given, reason: "no meaning without hidden layers; leave out or give the default")
    }
  }

  private func checkObjective(_ names: OptionNames) throws(ConfigurationError) {
    let penalties = activationL1.map { ("activationL1", $0) } + [("weightL2", weightL2)]
    for (key, penalty) in penalties where !TrainingOptions.isValid(penalty: penalty) {
      throw .invalidValue(
        option: names[key], expected: TrainingOptions.penaltyRange, found: "\(penalty)")
    }
    for (key, rate) in [("inputDropout", inputDropout)] + dropout.map({ ("dropout", $0) })
    where !Dropout.isValid(rate: rate) {
      throw .invalidValue(option: names[key], expected: Dropout.rateRange, found: "\(rate)")
    }
  }

  private func checkTarget(_ names: OptionNames) throws(ConfigurationError) {
    guard let targetZeros else { return }
    let option = names["targetZeros"]
    guard TrainingOptions.isValid(targetZeros: targetZeros) else {
      throw .invalidValue(
        option: option, expected: "\(TrainingOptions.targetZerosRange), as in 0.85",
        found: "\(targetZeros)")
    }
    if let activation = activations.first(where: { !$0.hasSilentRange }) {
      let known = Activation.all.filter(\.hasSilentRange).map(\.name).joined(separator: ", ")
      throw .conflict(
        options: [option, names["activation"]],
        reason:
          "units of \(activation) are never silent, whatever the penalty; choose among \(known)")
    }
    if activationL1.contains(where: { $0 != activationL1[0] }) {
      throw .conflict(
        options: [option, names["activationL1"]],
        reason: "one coefficient is adapted for all hidden layers; give one to begin at, or none")
    }
    if epochCount < 2 {
      throw .conflict(
        options: [option, names["epochs"]],
        reason: "the coefficient changes at the ends of epochs; give at least 2, better 10")
    }
  }

  private func checkSteps(_ names: OptionNames) throws(ConfigurationError) {
    guard TrainingOptions.isValid(learningRate: learningRate) else {
      throw .invalidValue(
        option: names["learningRate"], expected: TrainingOptions.learningRateRange,
        found: "\(learningRate)")
    }
    if let (name, expected, found) = optimizer.invalidConstant {
      throw .invalidValue(option: names[name], expected: expected, found: found)
    }
  }

  private func checkEpochSamples(_ names: OptionNames) throws(ConfigurationError) {
    guard let epochSampleCount, !(batchSize...Int(Int32.max) ~= epochSampleCount) else { return }
    throw .invalidValue(
      option: names["epochSamples"],
      expected: TrainingOptions.epochSampleRange(batchSize: batchSize),
      found: "\(epochSampleCount)")
  }

  private func checkCount(of count: Int, option: String, unit: String) throws(ConfigurationError) {
    guard count == 1 || count == hiddenWidths.count else {
      throw .invalidValue(
        option: option,
        expected: "one \(unit), or one for each of the \(hiddenWidths.count) hidden layers",
        found: "\(count)")
    }
  }

  private func checkRange(
    of value: Int, from minimum: Int, option: String
  ) throws(ConfigurationError) {
    guard value >= minimum, value <= Int(Int32.max) else {
      throw .invalidValue(
        option: option, expected: "a whole number from \(minimum) to \(Int32.max)",
        found: "\(value)")
    }
  }
}
