// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks

/// The paper's way from softplus to the rectifier, section 4.1: networks of units
///
///     (1/α) log(1 + e^{αx})
///
/// for growing α, and of rectifiers, which are its limit, without pre-training.
package struct SharpnessRecipe: Equatable, Sendable {
  /// The paper's is NORB; our choice is MNIST before it, since NORB has to be brought by the user and
  /// takes a day.
  package var dataSets = [ReproductionData.mnist, .norb]
  /// The paper's α, section 4.1; the rectifier is added to them.
  package var sharpnesses: [Float] = [1, 1.3, 2, 3, 6]
  /// The paper's, section 4.1.
  package var batchSize = 10
  /// The largest of the paper's range, section 4.1: smaller ones do not learn in so few epochs. Each
  /// activation has the one with the lower validation error on the first seed.
  package var learningRates: [Float] = [0.1, 0.01]
  /// Our choice, since the paper states none: the validation error has all but settled.
  package var epochCount = 20
  /// Our choice, since the paper shows one run a point: the spread between them is what a
  /// difference has to be larger than.
  package var seeds: [UInt64] = [1, 2, 3]
  /// Our choice: the paper's penalty, 0.001 (section 4.1), is meant for rectifiers, and with it more
  /// would change along the way than the sharpness.
  package var activationL1: Float = 0

  package init(budget: ReproductionBudget = .full) {
    switch budget {
    case .full: break
    case .short:
      dataSets = [.mnist]
      sharpnesses = [1]
      seeds = [1]
    case .smoke:
      dataSets = [.smoke]
      sharpnesses = [1, 3]
      epochCount = 2
      seeds = [1, 2]
    }
  }

  /// The networks of one activation on one data set, as far as they are known.
  package struct Cell: Equatable, Sendable {
    package var dataSet: ReproductionData
    package var activation: Activation
    /// Those of the first seed, by which the rate is chosen.
    package var selection: [Trial]
    /// Those at the rate that was chosen, one a seed; none until it is.
    package var networks: [Trial]
  }

  /// The softplus networks by sharpness, then the rectifier.
  package var activations: [Activation] {
    sharpnesses.map { .softplus(sharpness: $0) } + [.rectifier]
  }

  /// Data set by data set, from the smallest α on.
  ///
  /// - Throws: `JSONError` for a number that is not finite.
  package func cells(given record: (Trial) -> TrialRecord?) throws(JSONError) -> [Cell] {
    var cells: [Cell] = []
    for dataSet in dataSets {
      for activation in activations {
        let selection = try learningRates.map { rate throws(JSONError) in
          try trial(dataSet, activation, rate: rate, seed: seeds[0])
        }
        let winner = selection.best(given: record)
        let networks = try (winner == nil ? [] : seeds).map { seed throws(JSONError) in
          try trial(
            dataSet, activation, rate: winner?.configuration.learningRate ?? 0, seed: seed)
        }
        cells.append(
          Cell(
            dataSet: dataSet, activation: activation, selection: selection, networks: networks))
      }
    }
    return cells
  }

  /// All trials that are known as far as records are there: those that choose rates first.
  package func trials(given record: (Trial) -> TrialRecord?) throws(JSONError) -> [Trial] {
    let cells = try cells(given: record)
    return dataSets.flatMap { dataSet in
      let own = cells.filter { $0.dataSet == dataSet }
      // The first network is one of those that chose its rate.
      return own.flatMap(\.selection) + own.flatMap { $0.networks.dropFirst() }
    }
  }

  private func trial(
    _ dataSet: ReproductionData, _ activation: Activation, rate: Float, seed: UInt64
  ) throws(JSONError) -> Trial {
    var configuration = dataSet.configuration
    configuration.activations = [activation]
    configuration.activationL1 = [activationL1]
    configuration.batchSize = batchSize
    configuration.learningRate = rate
    configuration.epochCount = epochCount
    configuration.seed = seed
    return try Trial(configuration)
  }
}
