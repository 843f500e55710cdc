// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
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

  /// What is known of a cell's trials as far as records are there.
  package struct Cell: Equatable, Sendable {
    package var domain: String
    /// Nil for all.
    package var labelCount: Int?
    package var network: ReviewNetwork
    /// Those by which rates are chosen.
    package var selection: [Trial]
    /// The winner's, one a seed, the first of which is among the selection; none until it is known, or
    /// where all of the selection diverged.
    package var final: [Trial]

    /// All that are known yet, each once.
    package var trials: [Trial] { selection + final.filter { !selection.contains($0) } }
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
    return cells.flatMap(\.selection)
      + cells.flatMap { cell in cell.final.filter { !cell.selection.contains($0) } }
  }

  private func cell(
    _ domain: String, _ labelCount: Int?, _ network: ReviewNetwork,
    given record: (Trial) -> TrialRecord?
  ) throws -> Cell {
    let rates = RateSelection(
      rates: training.learningRates,
      pretrainingRates: network.isPretrained ? training.pretrainingRates : nil)
    let (selection, winner) = try rates.trials(
      given: record, by: { $0.results?.validationErrorRate }
    ) { rate, pretrainingRate in
      try trial(domain, labelCount, network, rate: rate, pretrainingRate: pretrainingRate)
    }
    let final = try winner.map { winner in
      try seeds.map { seed in
        var configuration = winner.configuration
        configuration.seed = seed
        return try Trial(configuration, pretraining: winner.pretraining)
      }
    }
    return Cell(
      domain: domain, labelCount: labelCount, network: network, selection: selection,
      final: final ?? [])
  }

  private func trial(
    _ domain: String, _ labelCount: Int?, _ network: ReviewNetwork, rate: Float,
    pretrainingRate: Float?
  ) throws(JSONError) -> Trial {
    var configuration = TrainConfiguration(data: Self.file(domain, part: "train"))
    configuration.test = Self.file(domain, part: "test")
    configuration.input.isBinary = true
    configuration.trainSampleCount = labelCount
    configuration.seed = seeds[0]
    training.set(network, rate: rate, of: &configuration)
    if let labelCount, labelCount < leastEpochSampleCount {
      configuration.epochSampleCount = leastEpochSampleCount
    }
    let pretraining = pretrainingRate.map { rate in
      var pretraining = training.pretraining(of: network, before: configuration, rate: rate)
      pretraining.training.data = domains.map { Self.file($0, part: "train") }
        .joined(separator: ",")
      return pretraining
    }
    return try Trial(configuration, pretraining: pretraining)
  }

  private static func file(_ domain: String, part: String) -> String {
    "amazon/\(domain)_\(part).svmlight"
  }
}
