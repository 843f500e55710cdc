// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierData
import RectifierExperiments

/// What kind of target the rows of a file have.
enum TaskFlag: String, EnumerableFlag {
  case classification, ordinal, regression, multiLabel

  static func help(for value: TaskFlag) -> ArgumentHelp? {
    switch value {
    case .classification: "The target is a class, even if it is a number."
    case .ordinal: "The target is one of several numbers in order, as stars are."
    case .regression: "The target is a real number, even if few different ones occur."
    case .multiLabel: "The target is any number of labels."
    }
  }

  var choice: TaskChoice {
    switch self {
    case .classification: .classification
    case .ordinal: .ordinal
    case .regression: .regression
    case .multiLabel: .multiLabel
    }
  }
}

/// What is learned about the rows of files; nil where an option was not given.
struct TargetFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The column of a table that is to be learned; fastText and svmlight files have theirs.",
      valueName: "name"))
  var target: String?

  @Flag(exclusivity: .exclusive)
  var task: TaskFlag?

  @Option(
    help: ArgumentHelp(
      "How much each class counts: balanced, or weights of some of them. (default: equal)",
      valueName: "balanced|label:weight,…"))
  var classWeights: String?
}

extension TargetFlags {
  /// Puts what was given over a configuration.
  func set(_ input: inout InputConfiguration) throws {
    input.target = target ?? input.target
    input.task = task?.choice ?? input.task
    if let classWeights { input.classWeights = try ClassWeightChoice(parsing: classWeights) }
  }
}
