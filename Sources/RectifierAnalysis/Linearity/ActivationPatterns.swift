// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// Which sets of active units a data set meets, and how often.
public struct ActivationPatterns: Equatable, Sendable {
  /// Samples that were shown.
  public let sampleCount: Int
  /// Patterns that differ, compared unit for unit.
  public let distinctCount: Int
  /// Patterns that one sample alone has.
  public let singleCount: Int
  /// Samples that have the commonest pattern.
  public let largestCount: Int

  /// distinct patterns / samples, 0…1: at 1 each sample has a linear map of its own.
  public var distinctFraction: Double { Double(distinctCount) / Double(sampleCount) }

  /// The share of the commonest pattern, with Wilson's interval.
  public var largestShare: CountedRate {
    CountedRate(count: largestCount, sampleCount: sampleCount)
  }

  /// How probable it is that a further sample has a pattern that none of these has: about the fraction
  /// of samples that are alone with theirs. The interval is Wilson's, as if each sample were alone
  /// or not by itself.
  ///
  /// *Source:* Good, "The population frequencies of species and the estimation of population
  /// parameters" (1953): the estimate is Turing's.
  public var unseenShare: CountedRate {
    CountedRate(count: singleCount, sampleCount: sampleCount)
  }

  /// - Precondition: There is a sample.
  init(counts: some Sequence<Int>) {
    let counts = Array(counts)
    sampleCount = counts.reduce(0, +)
    distinctCount = counts.count
    singleCount = counts.count { $0 == 1 }
    largestCount = counts.max() ?? 0
  }
}
