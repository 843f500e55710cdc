// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension Table2Results {
  /// Two networks, fold by fold.
  package struct Comparison: Equatable, Sendable {
    /// What is asked.
    package let question: String
    /// Which network's error less which one's.
    package let networks: (first: ReviewNetwork, second: ReviewNetwork)
    /// Nil until both have two folds.
    package let difference: PairedDifference?

    package static func == (a: Comparison, b: Comparison) -> Bool {
      a.question == b.question && a.networks == b.networks && a.difference == b.difference
    }

    /// The paper's difference, in stars; nil where it has not both.
    package var published: Double? {
      guard let first = Table2Results.published(networks.first),
        let second = Table2Results.published(networks.second), !first.isBound
      else { return nil }
      return first.error - second.error
    }

    /// What came of it, as a sentence; nil until there is something to say.
    package var sentence: String? {
      difference.map { found in
        let number = NumberText.signed(found.difference, decimals: 3)
        let interval = NumberText.signedRange(found.interval95, decimals: 3)
        return "\(question): \(answer(found)) (\(number) stars, \(interval), over \(found.count)"
          + " folds)."
      }
    }

    private func answer(_ found: PairedDifference) -> String {
      guard found.isSignificant else { return "that cannot be told" }
      return found.difference < 0 ? "yes" : "no, on the contrary"
    }
  }

  /// Whether pre-training, hidden layers, depth and the rectifier help: by the errors on the same folds.
  package var comparisons: [Comparison] {
    let networks = cells.map(\.network)
    let pretraining = networks.filter(\.isPretrained).map { network in
      var plain = network
      plain.isPretrained = false
      return comparison(
        "Does pre-training help \(plain.name)", network, plain)
    }
    let counts = Set(networks.map(\.layerCount)).sorted()
    let depth = networks.filter { $0.layerCount > 0 }.map { network in
      var shallow = network
      shallow.layerCount = counts.last { $0 < network.layerCount } ?? 0
      if shallow.layerCount == 0 { shallow = .linear }
      return comparison(
        "Is \(network.name) better than \(shallow.name)", network, shallow)
    }
    let activations = networks.filter { $0.layerCount > 0 && $0.activation == .rectifier }.map {
      network in
      var tanh = network
      tanh.activation = .tanh
      return comparison("Is \(network.name) better than \(tanh.name)", network, tanh)
    }
    return pretraining + depth + activations
  }

  private func comparison(
    _ question: String, _ first: ReviewNetwork, _ second: ReviewNetwork
  ) -> Comparison {
    let pairs = zip(cell(first)?.foldErrors ?? [], cell(second)?.foldErrors ?? [])
    return Comparison(
      question: question, networks: (first, second),
      difference: PairedDifference(pairs.map { (first: $0, second: $1) }))
  }
}

extension Table2Results.Comparison {
  var json: JSONValue {
    [
      "first": .string(networks.first.name),
      "second": .string(networks.second.name),
      "pairCount": .optional(difference) { JSONValue($0.count) },
      "difference": .optional(difference) { JSONValue($0.difference) },
      "interval95": .optional(difference) { JSONValue($0.interval95) },
      "isSignificant": .optional(difference) { .bool($0.isSignificant) },
      "publishedDifference": .optional(published) { JSONValue($0) },
    ]
  }
}
