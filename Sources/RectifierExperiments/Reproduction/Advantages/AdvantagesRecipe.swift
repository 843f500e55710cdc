// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks

/// The networks on which the advantages are measured that the paper claims for sparse codes and
/// rectifiers (sections 2.2 and 3.1), of which it measures none.
///
/// Every number is our choice, since there is none of the paper's.
package struct AdvantagesRecipe: Equatable, Sendable {
  /// MNIST, which everybody has.
  package var dataSet = ReproductionData.mnist
  package var batchSize = 10
  package var seeds: [UInt64] = [1, 2, 3]
  package var networks = SideBySide()
  package var depths = Depths()
  package var rates = Rates()
  package var widths = Widths()

  /// Networks of equal width, whose codes are laid side by side.
  package struct SideBySide: Equatable, Sendable {
    package var kinds = [
      AdvantagesKind(.rectifier), AdvantagesKind(.rectifier, activationL1: 1e-4),
      AdvantagesKind(.softplus(sharpness: 1)), AdvantagesKind(.tanh), AdvantagesKind(.logistic),
    ]
    /// Half of the paper's width, so that all networks are trained in an hour.
    package var hiddenWidths = [500, 500, 500]
    /// Each kind has the one with the lowest validation error on the first seed; 0.5 is for logistic
    /// units, which learn slowly.
    package var learningRates: [Float] = [0.5, 0.1, 0.02]
    package var epochCount = 20
  }

  /// Networks of growing depth, in whose layers gradients are measured through training.
  package struct Depths: Equatable, Sendable {
    /// Glorot's rule, which is for units of slope 1 at 0, and for rectifiers also He's, which makes up
    /// for the half of them that are silent.
    package var kinds = [
      AdvantagesKind(.rectifier), AdvantagesKind(.rectifier, initializer: .heNormal),
      AdvantagesKind(.tanh), AdvantagesKind(.logistic),
    ]
    package var depths = [1, 2, 4, 8, 12, 20]
    package var width = 100
    package var sampleCount: Int? = 10_000
    package var learningRate: Float = 0.05
    package var epochCount = 5
  }

  /// Networks at rates up to those at which training diverges.
  package struct Rates: Equatable, Sendable {
    package var kinds = [
      AdvantagesKind(.rectifier), AdvantagesKind(.rectifier, activationL1: 1e-4),
      AdvantagesKind(.tanh),
    ]
    package var learningRates: [Float] = [0.03, 0.1, 0.3, 1, 3]
    package var hiddenWidths = [200, 200, 200]
    package var sampleCount: Int? = 10_000
    package var epochCount = 5
  }

  /// Rectifier networks of growing width, with the zeros that they have by themselves and with a
  /// target for them.
  package struct Widths: Equatable, Sendable {
    package var widths = [250, 500, 1000, 2000]
    package var depth = 3
    package var targets: [Float?] = [nil, 0.95]
    package var learningRate: Float = 0.1
    package var epochCount = 10
  }

  package init(budget: ReproductionBudget = .full) {
    switch budget {
    case .full: break
    case .short:
      seeds = [1]
      networks.learningRates = [0.1]
      networks.epochCount = 5
      depths.depths = [1, 4, 12]
      rates.learningRates = [0.1, 1, 3]
      widths.widths = [250, 500]
      widths.epochCount = 5
    case .smoke:
      dataSet = .smoke
      seeds = [1, 2]
      networks.hiddenWidths = [24, 24]
      networks.learningRates = [0.1]
      networks.epochCount = 2
      depths.depths = [1, 3]
      (depths.width, depths.sampleCount, depths.epochCount) = (16, nil, 1)
      rates.learningRates = [0.1, 100]
      (rates.hiddenWidths, rates.sampleCount, rates.epochCount) = ([16], nil, 1)
      (widths.widths, widths.depth, widths.epochCount) = ([8, 16], 1, 2)
    }
  }
}
