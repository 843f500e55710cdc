// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// What a network's outputs mean, and so how they are scored.
public enum LearningTask: Hashable, Codable, Sendable {
  /// One class a sample, by softmax; scored by the rate of wrong classes.
  case classification
  /// Any number of labels a sample, by logistic outputs, one a label; predicted are those whose
  /// probability is above 1/2.
  case multiLabel
  /// Classes that stand for numbers, as the stars of a review do: softmax over the levels, which
  /// ascend. Predicted is the expected level
  ///
  ///     ŷ = Σₖ levels[k] · p[k]
  ///
  /// and scored is the root of the mean of (y − ŷ)², in the levels' units.
  ///
  /// *Source:* Glorot, Bordes and Bengio (2011), section 4.2.
  case ordinal(levels: [Double])
  /// One real number y a sample. Data hold it as the network learns it, t = (y − mean) / deviation;
  /// predictions and scores are in the units of y.
  case regression(mean: Float, deviation: Float)

  /// What a message calls it, and a model file.
  public var name: String {
    switch self {
    case .classification: "classification"
    case .multiLabel: "multi-label"
    case .ordinal: "ordinal"
    case .regression: "regression"
    }
  }

  /// What outputs mean where nothing else was said: classes of softmax, labels of logistic outputs
  /// that have names; nil for reals that stand for themselves, as those of a decoder do.
  package init?(head: OutputHead, labels: [String]) {
    switch head {
    case .softmax: self = .classification
    case .logistic where !labels.isEmpty: self = .multiLabel
    case .logistic, .identity, .softplus, .rectifier: return nil
    }
  }

  /// The levels of ordinal classes.
  package var levels: [Double]? {
    if case .ordinal(let levels) = self { levels } else { nil }
  }

  /// What is wrong with the task for a head; nil where nothing is.
  package func flaw(head: OutputHead) -> (expected: String, found: String)? {
    switch (self, head) {
    case (.classification, .softmax), (.multiLabel, .logistic): return nil
    case (.ordinal(let levels), .softmax(let classCount)):
      let ascends = zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 }
      let isSound = levels.count == classCount && ascends && levels.allSatisfy(\.isFinite)
      return isSound ? nil : ("\(classCount) finite levels that ascend", "\(levels)")
    case (.classification, _), (.ordinal, _): return ("a softmax head", head.name)
    case (.multiLabel, _): return ("a logistic head", head.name)
    case (.regression, .softmax), (.regression, .logistic):
      return ("a head of real numbers", head.name)
    case (.regression(let mean, let deviation), _):
      guard head.outputCount == 1 else { return ("one output", "\(head.outputCount)") }
      let isSound = mean.isFinite && deviation.isNormal && deviation > 0
      return isSound ? nil : ("a finite mean and a deviation above 0", "\(mean) and \(deviation)")
    }
  }
}
