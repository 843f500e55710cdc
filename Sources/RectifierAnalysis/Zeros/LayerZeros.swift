// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining

/// The zeros of one hidden layer.
public struct LayerZeros: Equatable, Sendable {
  /// What its units do.
  public let activation: Activation
  /// Samples that were shown.
  public let sampleCount: Int
  /// Outputs that are exactly zero, 0…1, with Student's interval over samples.
  public let zeroFraction: Estimate
  /// The same over the samples of each class, nil for one without; empty without classes.
  public let zeroFractionByClass: [Estimate?]
  /// Outputs with |h| below each of ``Zeros/thresholds``, 0…1, with Student's interval over samples.
  public let nearZeroFractions: [Estimate]
  /// Units a sample that are not exactly zero, with Student's interval over samples.
  public let activeUnitCount: Estimate
  /// How many units would share the total activation equally, with as much entropy; by a jackknife over
  /// ten groups of samples. Nil where all outputs are zero.
  ///
  ///     exp(−Σ p log p),   pᵤ = Σₙ |h[n, u]| / Σₙᵤ |h[n, u]|
  ///
  /// *Source:* the diversity of order 1 of Hill, "Diversity and evenness" (1973).
  public let effectiveUnitCount: Estimate?
  /// For each unit, the samples that activate it.
  public let activeCounts: [Int]
  /// Nil where all outputs are the same number.
  public let steadyState: SteadyState?

  /// For each unit the samples that activate it, 0…1.
  public var firingRates: [Double] { activeCounts.map { Double($0) / Double(sampleCount) } }

  /// Units by firing rate: in 0 … 0.1, 0.1 … 0.2, …, 0.9 … 1; a rate at a border counts above it.
  public var firingRateHistogram: [Int] {
    activeCounts.reduce(into: [Int](repeating: 0, count: 10)) { bins, count in
      bins[min(9, 10 * count / sampleCount)] += 1
    }
  }

  /// Units that no sample activates, ascending.
  public var deadUnits: [Int] { activeCounts.indices.filter { activeCounts[$0] == 0 } }

  /// Units that every sample activates, ascending.
  public var alwaysOnUnits: [Int] {
    activeCounts.indices.filter { activeCounts[$0] == sampleCount }
  }

  /// What the firing rate of a unit may be, 0…1, that no sample activated: the end of Wilson's interval.
  public var deadRateLimit: Double {
    CountedRate(count: 0, sampleCount: sampleCount).interval95.upperBound
  }
}
