// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks

/// Table 2 of the paper: ratings of restaurants from the words of reviews, by networks of 0, 1 and 3
/// hidden layers, with and without pre-training.
///
/// Rates are chosen on the first fold, by its validation part; the winner is then trained for every fold,
/// and tested on it. Layers are trained once for all folds, on all reviews without their ratings.
package struct Table2Recipe: Equatable, Sendable {
  /// Our choice, in the place of OpenTable's reviews, which were never published.
  package var data = "restaurants"
  /// The paper's, section 4.2: the most frequent words, present or not.
  package var vocabularySize = 5000
  /// The paper's 1 and 3, section 4.2.
  package var layerCounts = [1, 3]
  /// The paper's, section 4.2. It has no tanh network of 1 layer.
  package var activations = [Activation.rectifier, .tanh]
  /// The paper's, section 4.2.
  package var foldCount = 10
  /// Our choice; it draws the folds, too.
  package var seed: UInt64 = 1
  package var training: ReviewTraining

  package init(budget: ReproductionBudget = .full) {
    training = ReviewTraining(budget: budget)
    guard budget == .smoke else { return }
    vocabularySize = 30
    foldCount = 3
  }

  /// What is known of a network's trials as far as records are there.
  package struct Cell: Equatable, Sendable {
    package var network: ReviewNetwork
    /// Those by which rates are chosen, on the first fold.
    package var selection: [Trial]
    /// The winner's, one a fold, the first of which is among the selection; none until it is known, or
    /// where all of the selection diverged.
    package var final: [Trial]

    /// All that are known yet, each once.
    package var trials: [Trial] { selection + final.filter { !selection.contains($0) } }
  }

  /// From the fewest layers on, those without pre-training first.
  package var networks: [ReviewNetwork] {
    [.linear]
      + layerCounts.flatMap { layerCount in
        activations.flatMap { activation in
          [false, true].map {
            ReviewNetwork(activation: activation, layerCount: layerCount, isPretrained: $0)
          }
        }
      }
  }

  /// One a network.
  ///
  /// - Throws: `JSONError` for a number that is not finite.
  package func cells(given record: (Trial) -> TrialRecord?) throws -> [Cell] {
    try networks.map { network in
      let rates = RateSelection(
        rates: training.learningRates,
        pretrainingRates: network.isPretrained ? training.pretrainingRates : nil)
      let (selection, winner) = try rates.trials(
        given: record, by: { $0.results?.validationMeasures[.rootMeanSquareError] }
      ) { rate, pretrainingRate in
        try trial(network, fold: 1, rate: rate, pretrainingRate: pretrainingRate)
      }
      let final = try winner.map { winner in
        try (1...foldCount).map { number in
          var configuration = winner.configuration
          configuration.fold = Fold(number: number, count: foldCount)
          return try Trial(configuration, pretraining: winner.pretraining)
        }
      }
      return Cell(network: network, selection: selection, final: final ?? [])
    }
  }

  /// All trials that are known as far as records are there, those that choose rates first.
  package func trials(given record: (Trial) -> TrialRecord?) throws -> [Trial] {
    let cells = try cells(given: record)
    return cells.flatMap(\.selection)
      + cells.flatMap { cell in cell.final.filter { !cell.selection.contains($0) } }
  }

  private func trial(
    _ network: ReviewNetwork, fold: Int, rate: Float, pretrainingRate: Float?
  ) throws(JSONError) -> Trial {
    var configuration = TrainConfiguration(data: data)
    configuration.input.target = "rating"
    configuration.input.task = .ordinal
    configuration.input.table.texts = ["review"]
    configuration.input.text.vocabularySize = vocabularySize
    configuration.input.fittedRows = .all
    configuration.fold = Fold(number: fold, count: foldCount)
    configuration.seed = seed
    training.set(network, rate: rate, of: &configuration)
    let pretraining = pretrainingRate.map { rate in
      training.pretraining(of: network, before: configuration, rate: rate)
    }
    return try Trial(configuration, pretraining: pretraining)
  }
}
