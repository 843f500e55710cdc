// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTraining

/// How much each class counts in training.
package enum ClassWeightChoice: Equatable, Sendable {
  /// All the same.
  case equal
  /// Each class in inverse proportion to its rows, so that all classes together count the same.
  case balanced
  /// As given, by label; a class that is not named counts 1.
  case given([(label: String, weight: Float)])

  package static func == (a: ClassWeightChoice, b: ClassWeightChoice) -> Bool { a.text == b.text }

  /// Reads `equal`, `balanced`, or `LABEL:WEIGHT` with commas between them.
  package init(parsing text: String, option: String = "--class-weights") throws(ConfigurationError)
  {
    switch text {
    case "equal": self = .equal
    case "balanced": self = .balanced
    default:
      self = .given(
        try TrainConfiguration.list(
          text, option: option,
          expected: "balanced, or LABEL:WEIGHT with commas between them and weights above 0",
          convert: Self.pair))
    }
  }

  /// What ``init(parsing:option:)`` reads.
  package var text: String {
    switch self {
    case .equal: "equal"
    case .balanced: "balanced"
    case .given(let pairs): pairs.map { "\($0.label):\($0.weight)" }.joined(separator: ",")
    }
  }

  private static func pair(_ text: String) -> (label: String, weight: Float)? {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    guard let weight = Float(text[text.index(after: colon)...]), weight.isNormal, weight > 0 else {
      return nil
    }
    return (String(text[..<colon]), weight)
  }

  /// One weight a class, in class order; empty where all count the same.
  ///
  /// - Throws: `ConfigurationError` for a label that is not there, and where there are no classes.
  package func weights(labels: [String], counts: [Int]) throws(ConfigurationError) -> [Float] {
    if self != .equal, labels.isEmpty {
      throw .conflict(
        options: ["--class-weights"], reason: "the target is a number and has no classes; leave out"
      )
    }
    switch self {
    case .equal: return []
    case .balanced: return TrainingOptions.balancedClassWeights(counts: counts)
    case .given(let pairs):
      var weights = [Float](repeating: 1, count: labels.count)
      for (label, weight) in pairs {
        guard let index = labels.firstIndex(of: label) else {
          throw .unknownName(
            option: "--class-weights", found: label,
            nearest: NearestName.of(label, among: labels), known: Array(labels.prefix(20)))
        }
        weights[index] = weight
      }
      return weights
    }
  }
}
