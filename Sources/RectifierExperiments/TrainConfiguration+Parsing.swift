// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// The values of options as people write them.
extension TrainConfiguration {
  /// Widths with commas between them, `1000,1000,1000`, or `none`.
  package static func hiddenWidths(parsing text: String) throws(ConfigurationError) -> [Int] {
    if text == "none" { return [] }
    var widths: [Int] = []
    for part in parts(of: text) {
      guard let width = Int(part), width >= 1 else {
        throw .invalidValue(
          option: "--hidden", expected: "widths from 1 on with commas between them, or none",
          found: "'\(part)'")
      }
      widths.append(width)
    }
    return widths
  }

  /// Names with commas between them: `rectifier`, `softplus:2,tanh`.
  package static func activations(parsing text: String) throws -> [Activation] {
    try parts(of: text).map { try Activation(parsing: $0) }
  }

  /// Numbers with commas between them.
  package static func activationL1(parsing text: String) throws(ConfigurationError) -> [Float] {
    var coefficients: [Float] = []
    for part in parts(of: text) {
      guard let coefficient = Float(part), coefficient.isFinite, coefficient >= 0 else {
        throw .invalidValue(
          option: "--activation-l1", expected: "numbers from 0 on with commas between them",
          found: "'\(part)'")
      }
      coefficients.append(coefficient)
    }
    return coefficients
  }

  /// `glorot-uniform`.
  package static func initializer(named name: String) throws(ConfigurationError) -> Initializer {
    try value(named: name, among: initializerNames, option: "--initializer")
  }

  /// `sgd`, `momentum`, `adam`.
  static func optimizer(named name: String) throws(ConfigurationError) -> Optimizer {
    try value(
      named: name, among: Optimizer.all.map { (name: $0.name, value: $0) }, option: "--optimizer")
  }

  /// `constant`, `exponential:0.95`, `cosine`.
  package static func schedule(
    parsing text: String
  ) throws(ConfigurationError) -> LearningRateSchedule {
    if let schedule = LearningRateSchedule(name: text) { return schedule }
    let name = text.prefix { $0 != ":" }
    if name == "exponential" {
      throw .invalidValue(
        option: "--schedule", expected: "exponential:RATE with a rate above 0 and up to 1",
        found: "'\(text)'")
    }
    let names = ["constant", "exponential", "cosine"]
    if names.contains(String(name)) {
      throw .invalidValue(
        option: "--schedule", expected: "\(name) without a value", found: "'\(text)'")
    }
    throw .unknownName(
      option: "--schedule", found: text, nearest: NearestName.of(String(name), among: names),
      known: names)
  }

  /// `last`, `random`.
  package static func validationDraw(named name: String) throws(ConfigurationError)
    -> ValidationDraw
  {
    try value(
      named: name, among: ValidationDraw.allCases.map { (name: $0.rawValue, value: $0) },
      option: "--validation-draw")
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

  static let initializerNames: [(name: String, value: Initializer)] = [
    ("glorot-uniform", .glorotUniform)
  ]

  private static func parts(of text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
