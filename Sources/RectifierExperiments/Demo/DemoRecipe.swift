// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// What `rectifier demo` trains: networks of one shape that differ in their activation alone, each
/// with the rate that suits it.
package struct DemoRecipe: Equatable, Sendable {
  /// One of the networks.
  package struct Entry: Equatable, Sendable {
    package let activation: Activation
    /// The rate with the lowest validation error of those in ``DemoRecipe/learningRates``.
    package let learningRate: Float
    /// λ: the paper's, section 4.1, for rectifiers; units that are never zero have none to gain.
    package let activationL1: Float
  }

  /// Our choice: the package's own images, so that nothing has to be fetched.
  package var data = "glyphs"
  /// The paper's depth (section 4.1); our choice of width, for all to end in about a minute.
  package var hiddenWidths = [400, 400, 400]
  /// Our choice, for the same reason.
  package var epochCount = 4
  /// The paper's, section 4.1.
  package var batchSize = 10
  package var seed: UInt64 = 1
  /// The first is the one that the others are compared with.
  package var entries = [
    Entry(activation: .rectifier, learningRate: 0.05, activationL1: 1e-3),
    Entry(activation: .softplus(sharpness: 1), learningRate: 0.1, activationL1: 0),
    Entry(activation: .tanh, learningRate: 0.05, activationL1: 0),
  ]

  /// What the rates of the entries were chosen from.
  package static let learningRates: [Float] = [0.2, 0.1, 0.05, 0.02, 0.01]

  package init() {}

  /// The options of one network's run.
  package func configuration(_ entry: Entry, threadCount: Int?) -> TrainConfiguration {
    var configuration = TrainConfiguration(data: data)
    configuration.hiddenWidths = hiddenWidths
    configuration.activations = [entry.activation]
    configuration.activationL1 = [entry.activationL1]
    configuration.learningRate = entry.learningRate
    configuration.batchSize = batchSize
    configuration.epochCount = epochCount
    configuration.seed = seed
    configuration.threadCount = threadCount
    return configuration
  }
}
