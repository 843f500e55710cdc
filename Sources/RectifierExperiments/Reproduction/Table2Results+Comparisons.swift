// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

extension Table2Results {
  /// Two networks, fold by fold.
  package struct Comparison: Equatable, Sendable {
    /// What the two differ in: `pre-training`, `depth`, `activation`.
    package let subject: String
    package let first: ReviewNetwork
    package let second: ReviewNetwork
    /// The first one's error less the second one's, in stars; nil until both have two folds.
    package let difference: PairedDifference?

    /// The paper's difference, in stars; nil where it has not both.
    package var published: Double? {
      guard let first = Table2Results.published(first),
        let second = Table2Results.published(second), !second.isBound, !first.isBound
      else { return nil }
      return first.error - second.error
    }

    /// What came of it; nil until there is something to say.
    package var sentence: String? {
      difference.map { found in
        let verdict =
          found.isSignificant
          ? found.difference < 0 ? "better" : "worse" : "no difference that could be told"
        return "\(subject): \(first.name), against \(second.name): \(verdict)"
          + " (\(NumberText.signed(found.difference, decimals: 3)) stars,"
          + " \(NumberText.signedRange(found.interval95, decimals: 3)), over \(found.count) folds)"
      }
    }
  }

  /// What pre-training, hidden layers and the rectifier bring: by the errors on the same folds.
  package var comparisons: [Comparison] {
    let networks = cells.map(\.network)
    let pretraining = networks.filter(\.isPretrained).map { network in
      var plain = network
      plain.isPretrained = false
      return comparison("pre-training", network, plain)
    }
    let deep = networks.filter { $0.layerCount > 0 }
    let depth = deep.map { network in
      let counts = networks.map(\.layerCount).filter { $0 > 0 && $0 < network.layerCount }
      var shallow = network
      shallow.layerCount = counts.max() ?? 0
      return comparison("depth", network, counts.isEmpty ? .linear : shallow)
    }
    let activation = deep.filter { $0.activation == .rectifier }.map { network in
      var tanh = network
      tanh.activation = .tanh
      return comparison("activation", network, tanh)
    }
    return pretraining + depth + activation
  }

  private func comparison(
    _ subject: String, _ first: ReviewNetwork, _ second: ReviewNetwork
  ) -> Comparison {
    let pairs = zip(cell(first)?.foldErrors ?? [], cell(second)?.foldErrors ?? [])
    return Comparison(
      subject: subject, first: first, second: second,
      difference: PairedDifference(pairs.map { (first: $0, second: $1) }))
  }
}

extension Table2Results.Comparison {
  var json: JSONValue {
    [
      "subject": .string(subject),
      "first": .string(first.name),
      "second": .string(second.name),
      "pairCount": .optional(difference) { JSONValue($0.count) },
      "difference": .optional(difference) { JSONValue($0.difference) },
      "interval95": .optional(difference) { JSONValue($0.interval95) },
      "isSignificant": .optional(difference) { .bool($0.isSignificant) },
      "publishedDifference": .optional(published) { JSONValue($0) },
    ]
  }
}
