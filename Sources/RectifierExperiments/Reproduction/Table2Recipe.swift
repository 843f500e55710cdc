// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
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

  /// A row of the table.
  package struct Cell: Equatable, Sendable {
    package var network: ReviewNetwork
    /// The winner's are one a fold.
    package var trials: ReviewTrials
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
    var base = TrainConfiguration(data: data)
    base.input.target = "rating"
    base.input.task = .ordinal
    base.input.table.texts = ["review"]
    base.input.text.vocabularySize = vocabularySize
    base.input.fittedRows = .all
    base.seed = seed
    return try networks.map { network in
      Cell(
        network: network,
        trials: try training.trials(
          of: network, given: record,
          by: { $0.results?.validationMeasures[.rootMeanSquareError] },
          varying: (1...foldCount).map { Fold(number: $0, count: foldCount) },
          { $1.fold = $0 }, base: base))
    }
  }

  /// All trials that are known as far as records are there, those that choose rates first.
  package func trials(given record: (Trial) -> TrialRecord?) throws -> [Trial] {
    let cells = try cells(given: record)
    return cells.flatMap(\.trials.selection) + cells.flatMap(\.trials.rest)
  }
}
