// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining

/// Figure 4 of the paper: test error against the number of labels, of rectifier and tanh networks,
/// with pre-training on the whole training part and without.
package struct Figure4Recipe: Equatable, Sendable {
  package var panels: [Panel]
  /// The paper's, section 4.1.
  package var activations = [Activation.tanh, .rectifier]
  /// The paper's, section 4.1.
  package var batchSize = 10
  /// The largest of the paper's range, section 4.1: smaller ones do not learn in so few epochs. Each
  /// network has the one with the lower validation error.
  package var learningRates: [Float] = [0.1, 0.01]
  /// Our choice, since the paper states none.
  package var epochCount = 20
  /// Our choice: with fewer labels than these an epoch has so many samples, in several passes, for
  /// the steps of 20 passes over 500 labels would be too few to learn from.
  package var leastEpochSampleCount = 10_000
  /// The paper's: one network a point, whose error bars are those of the test part's size. The seed
  /// draws the labels, too: those of one point are among those of the next.
  package var seed: UInt64 = 1
  /// Our choice: the paper's penalty, 0.001 (section 4.1), leaves 2 % of the rectifiers active here,
  /// and makes no zeros in tanh.
  package var activationL1: Float = 0
  /// The paper's, section 4.1.
  package var corruption = Corruption.masking(level: 0.25)
  /// In the paper's range, section 4.1; our choice is one rate for all, that of `pretrain`.
  package var pretrainingRate = PretrainConfiguration.defaultLearningRate
  /// Our choice, for each layer, since the paper states none.
  package var pretrainingEpochCount = 10

  /// A data set, and how many of its labels are learned from.
  package struct Panel: Equatable, Sendable {
    package var dataSet: ReproductionData
    /// Rows of the training part.
    package var rowCount: Int
    /// From the fewest on, at most all.
    package var labelCounts: [Int]

    /// Our choice of MNIST, a data set that everybody has: the paper's fractions of 50,000 labels,
    /// 4.3, 21.4, 42.9, 64.3 and 100 %, and 1 % before them, since digits need fewer.
    static let mnist = Panel(
      dataSet: .mnist, rowCount: 50_000,
      labelCounts: [500, 2150, 10_700, 21_450, 32_150, 50_000])

    /// Our choice in the place of NORB, which cannot be had: the same fractions of 49,600 labels.
    static let glyphs = Panel(
      dataSet: .glyphs, rowCount: 49_600,
      labelCounts: [496, 2130, 10_610, 21_280, 31_890, 49_600])

    static let smoke = Panel(dataSet: .smoke, rowCount: 300, labelCounts: [30, 300])
  }

  package init(budget: ReproductionBudget = .full) {
    panels = [.mnist, .glyphs]
    switch budget {
    case .full: break
    case .short:
      panels = [.mnist]
      panels[0].labelCounts.removeSubrange(2...)
    case .smoke:
      panels = [.smoke]
      epochCount = 2
      leastEpochSampleCount = 60
      pretrainingEpochCount = 1
    }
  }

  /// A point of a curve: one network, whose rate is chosen among its trials.
  package struct Point: Equatable, Sendable {
    package var dataSet: ReproductionData
    package var activation: Activation
    package var isPretrained: Bool
    package var labelCount: Int
    /// One a rate.
    package var trials: [Trial]
  }

  /// The points, panel by panel, from the fewest labels on.
  ///
  /// - Throws: `JSONError` for a number that is not finite.
  package func points() throws(JSONError) -> [Point] {
    var points: [Point] = []
    for panel in panels {
      for labelCount in panel.labelCounts {
        for activation in activations {
          for isPretrained in [false, true] {
            points.append(
              try point(panel, activation, isPretrained: isPretrained, labelCount: labelCount))
          }
        }
      }
    }
    return points
  }

  /// Those of all points.
  package func trials() throws(JSONError) -> [Trial] { try points().flatMap(\.trials) }

  private func point(
    _ panel: Panel, _ activation: Activation, isPretrained: Bool, labelCount: Int
  ) throws(JSONError) -> Point {
    var configuration = panel.dataSet.configuration
    configuration.trainSampleCount = labelCount == panel.rowCount ? nil : labelCount
    configuration.activations = [activation]
    configuration.activationL1 = [activationL1]
    configuration.batchSize = batchSize
    configuration.epochCount = epochCount
    configuration.epochSampleCount =
      labelCount < leastEpochSampleCount ? leastEpochSampleCount : nil
    configuration.seed = seed
    let pretraining = isPretrained ? pretraining(for: configuration) : nil
    let trials = try learningRates.map { rate throws(JSONError) in
      configuration.learningRate = rate
      return try Trial(configuration, pretraining: pretraining)
    }
    return Point(
      dataSet: panel.dataSet, activation: activation, isPretrained: isPretrained,
      labelCount: labelCount, trials: trials)
  }

  /// The same for every number of labels, so that the layers are trained once.
  private func pretraining(for configuration: TrainConfiguration) -> PretrainConfiguration {
    var pretraining = PretrainConfiguration(for: configuration)
    pretraining.training.activationL1 = [activationL1]
    pretraining.training.learningRate = pretrainingRate
    pretraining.training.epochCount = pretrainingEpochCount
    pretraining.corruptions = [corruption]
    pretraining.reconstructions = configuration.activations.map(Reconstruction.published)
    return pretraining
  }
}
