// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// The values of options as people write them; errors call the option by the given name.
extension TrainConfiguration {
  /// Widths with commas between them, `1000,1000,1000`, or `none`.
  package static func hiddenWidths(parsing text: String) throws(ConfigurationError) -> [Int] {
    if text == "none" { return [] }
    return try list(
      text, option: "--hidden", expected: "widths from 1 on with commas between them, or none"
    ) { Int($0).flatMap { $0 >= 1 ? $0 : nil } }
  }

  /// Names with commas between them: `rectifier`, `softplus:2,tanh`.
  package static func activations(
    parsing text: String
  ) throws(ConfigurationError) -> [Activation] {
    try activations(named: parts(of: text), option: "--activation")
  }

  /// The activations of `rectifier`, `softplus:2`.
  static func activations(
    named names: [String], option: String
  ) throws(ConfigurationError) -> [Activation] {
    var activations: [Activation] = []
    for name in names { activations.append(try activation(named: name, option: option)) }
    return activations
  }

  private static func activation(
    named text: String, option: String
  ) throws(ConfigurationError) -> Activation {
    do throws(ArchitectureError) {
      return try Activation(parsing: text)
    } catch {
      switch error {
      case .unknownActivation(let name, let nearest, let all):
        throw .unknownName(option: option, found: name, nearest: nearest, known: all)
      case .noSharpness(let activation):
        throw .invalidValue(
          option: option, expected: "\(activation) without a value", found: "'\(text)'")
      case .invalidSharpness, .invalidCount, .activationCountMismatch, .tooManyParameters:
        throw .invalidValue(
          option: option, expected: "a sharpness above 0 after softplus:", found: "'\(text)'")
      }
    }
  }

  /// Numbers with commas between them.
  package static func activationL1(parsing text: String) throws(ConfigurationError) -> [Float] {
    try list(
      text, option: "--activation-l1", expected: "numbers from 0 on with commas between them"
    ) { Float($0).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil } }
  }

  /// Rates with commas between them.
  package static func dropout(parsing text: String) throws(ConfigurationError) -> [Float] {
    try list(
      text, option: "--dropout", expected: "rates from 0 on and below 1 with commas between them"
    ) { Float($0).flatMap { Dropout.isValid(rate: $0) ? $0 : nil } }
  }

  /// `glorot-uniform`, `he-normal`, `constant:0.01`.
  package static func initializer(
    named name: String, option: String = "--initializer"
  ) throws(ConfigurationError) -> Initializer {
    do throws(InitializerError) {
      return try Initializer(parsing: name)
    } catch {
      switch error {
      case .unknown(let name, let nearest, let all):
        throw .unknownName(option: option, found: name, nearest: nearest, known: all)
      case .invalidConstant(let text):
        throw .invalidValue(
          option: option, expected: "0 or a finite normal number after constant:",
          found: "'\(text)'")
      case .noValue(let initializer):
        throw .invalidValue(
          option: option, expected: "\(initializer) without a value", found: "'\(name)'")
      }
    }
  }

  /// `sgd`, `momentum`, `adam`.
  package static func optimizer(
    named name: String, option: String = "--optimizer"
  ) throws(ConfigurationError) -> Optimizer {
    try value(
      named: name, among: Optimizer.all.map { (name: $0.name, value: $0) }, option: option)
  }

  /// `constant`, `exponential:0.95`, `cosine`.
  package static func schedule(
    parsing text: String, option: String = "--schedule"
  ) throws(ConfigurationError) -> LearningRateSchedule {
    if let schedule = LearningRateSchedule(name: text) { return schedule }
    let name = text.prefix { $0 != ":" }
    if name == "exponential" {
      throw .invalidValue(
        option: option, expected: "exponential:RATE with a rate above 0 and up to 1",
        found: "'\(text)'")
    }
    let names = ["constant", "exponential", "cosine"]
    if names.contains(String(name)) {
      throw .invalidValue(
        option: option, expected: "\(name) without a value", found: "'\(text)'")
    }
    throw .unknownName(
      option: option, found: text, nearest: NearestName.of(String(name), among: names),
      known: names)
  }

  /// `first`, `loss`.
  package static func epochTies(
    named name: String, option: String = "--epoch-ties"
  ) throws(ConfigurationError) -> EpochTies {
    try value(named: name, option: option)
  }

  /// `last`, `random`.
  package static func validationDraw(
    named name: String, option: String = "--validation-draw"
  ) throws(ConfigurationError) -> ValidationDraw {
    try value(named: name, option: option)
  }

  /// One of several folds, `3/10`.
  package static func fold(
    parsing text: String, option: String = "--fold"
  ) throws(ConfigurationError) -> Fold {
    if let fold = Fold(parsing: text) { return fold }
    throw .invalidValue(
      option: option, expected: "NUMBER/COUNT with 1 ≤ NUMBER ≤ COUNT and 2 ≤ COUNT, as in 3/10",
      found: "'\(text)'")
  }

  /// Height and width of pictures, `28x28`.
  package static func pictureSize(
    parsing text: String, option: String = "--resize"
  ) throws(ConfigurationError) -> PictureSize {
    if let size = PictureSize(parsing: text) { return size }
    throw .invalidValue(
      option: option,
      expected: "HEIGHTxWIDTH as in 28x28, sides of at most \(PictureSize.largestSide) and "
        + "\(PictureSize.largestArea) pixels in all", found: "'\(text)'")
  }

  /// The value that goes by `name`; the error names the nearest known one.
  package static func value<Value>(
    named name: String, among known: [(name: String, value: Value)], option: String
  ) throws(ConfigurationError) -> Value {
    if let match = known.first(where: { $0.name == name }) { return match.value }
    let names = known.map(\.name)
    throw .unknownName(
      option: option, found: name, nearest: NearestName.of(name, among: names), known: names)
  }

  /// The case that goes by `name`, its raw value; the error names the nearest known one.
  package static func value<Value: CaseIterable & RawRepresentable<String>>(
    named name: String, option: String
  ) throws(ConfigurationError) -> Value {
    try value(
      named: name, among: Value.allCases.map { (name: $0.rawValue, value: $0) }, option: option)
  }

  /// Values with commas between them; the error names the first that `convert` refuses.
  static func list<Value>(
    _ text: String, option: String, expected: String, convert: (String) -> Value?
  ) throws(ConfigurationError) -> [Value] {
    var values: [Value] = []
    for part in parts(of: text) {
      guard let value = convert(part) else {
        throw .invalidValue(option: option, expected: expected, found: "'\(part)'")
      }
      values.append(value)
    }
    return values
  }

  /// What stands between commas.
  package static func parts(of text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
