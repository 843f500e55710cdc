// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// The paper's second experiment on text, section 4.2: whether a review of a product is for it or
/// against it, in four domains, with few labels and with all.
///
/// Layers are trained once, on the training reviews of all domains without their labels. Rates are
/// chosen on one seed, by the validation part; the winner is trained from several.
package struct AmazonRecipe: Equatable, Sendable {
  /// The paper's, section 4.2.
  package var domains = ["books", "dvd", "electronics", "kitchen"]
  /// Labels of a domain that are learned from; nil for all. 100 are those of the work that the paper
  /// follows.
  package var labelCounts: [Int?] = [100, nil]
  /// The paper has a rectifier network of 3 layers; our choice is to show what pre-training and hidden
  /// layers bring.
  package var networks = [
    ReviewNetwork.linear,
    ReviewNetwork(activation: .rectifier, layerCount: 3, isPretrained: false),
    ReviewNetwork(activation: .rectifier, layerCount: 3, isPretrained: true),
  ]
  /// Our choice: with fewer labels than these an epoch has so many samples, in several passes.
  package var leastEpochSampleCount = 2000
  /// Our choice; each draws its own labels, and its own rows to validate on. Rates are chosen with the
  /// first.
  package var seeds: [UInt64] = [1, 2, 3]
  package var training: ReviewTraining

  package init(budget: ReproductionBudget = .full) {
    training = ReviewTraining(budget: budget)
    switch budget {
    case .full: break
    case .short: seeds = [1]
    case .smoke:
      labelCounts = [20, nil]
      leastEpochSampleCount = 40
      seeds = [1, 2]
    }
  }

  /// One kind of network, on so many labels of a domain.
  package struct Cell: Equatable, Sendable {
    package var domain: String
    /// Nil for all.
    package var labelCount: Int?
    package var network: ReviewNetwork
    /// The winner's are one a seed.
    package var trials: ReviewTrials
  }

  /// The cells, domain by domain, those with few labels first.
  ///
  /// - Throws: `JSONError` for a number that is not finite.
  package func cells(given record: (Trial) -> TrialRecord?) throws -> [Cell] {
    try domains.flatMap { domain in
      try labelCounts.flatMap { labelCount in
        try networks.map { try cell(domain, labelCount, $0, given: record) }
      }
    }
  }

  /// All trials that are known as far as records are there, those that choose rates first.
  package func trials(given record: (Trial) -> TrialRecord?) throws -> [Trial] {
    let cells = try cells(given: record)
    return cells.flatMap(\.trials.selection) + cells.flatMap(\.trials.rest)
  }

  private func cell(
    _ domain: String, _ labelCount: Int?, _ network: ReviewNetwork,
    given record: (Trial) -> TrialRecord?
  ) throws -> Cell {
    var base = TrainConfiguration(data: Self.file(domain, part: "train"))
    base.test = Self.file(domain, part: "test")
    base.input.isBinary = true
    base.trainSampleCount = labelCount
    if let labelCount, labelCount < leastEpochSampleCount {
      base.epochSampleCount = leastEpochSampleCount
    }
    return Cell(
      domain: domain, labelCount: labelCount, network: network,
      trials: try training.trials(
        of: network, given: record, by: { $0.results?.validationErrorRate },
        varying: seeds, { $1.seed = $0 }, base: base, pretrainingData: pretrainingData))
  }

  /// The training reviews of all domains.
  private var pretrainingData: String {
    domains.map { Self.file($0, part: "train") }.joined(separator: ",")
  }

  private static func file(_ domain: String, part: String) -> String {
    "amazon/\(domain)_\(part).svmlight"
  }
}
