// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How two numbers that were measured on the same parts of data, as on folds, differ on average.
///
///     dᵢ = xᵢ − yᵢ,   d̄ ± t₀.₉₇₅(n − 1)·s/√n
///
/// Folds share most of what they learn from, so that the interval is somewhat too narrow.
///
/// *Source:* Student, "The probable error of a mean" (1908), section IX.
package struct PairedDifference: Equatable, Sendable {
  /// Pairs.
  package let count: Int
  /// The mean of the first less that of the second.
  package let difference: Double
  /// The mean differences that a two-sided test at 5 % would not refuse.
  package let interval95: ClosedRange<Double>

  /// Nil for fewer than two pairs; a pair of which one is missing does not count.
  package init?(_ pairs: [(first: Double?, second: Double?)]) {
    let differences = pairs.compactMap { pair in
      pair.first.flatMap { first in pair.second.map { first - $0 } }
    }
    guard let moments = SampleMoments(differences), let interval = moments.interval95 else {
      return nil
    }
    count = moments.count
    difference = moments.mean
    interval95 = interval
  }

  /// Whether a two-sided test at 5 % refuses that there is none.
  package var isSignificant: Bool { !interval95.contains(0) }
}
