// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The difference of the means of two samples that need not have one spread.
///
///     d = x̄ − ȳ,   s² = sₓ²/n + s_y²/m,   d ± t₀.₉₇₅(ν)·s
///     ν = s⁴ / ((sₓ²/n)²/(n−1) + (s_y²/m)²/(m−1))
///
/// *Source:* Welch, "The generalization of Student's problem when several different population
/// variances are involved" (1947).
package struct WelchDifference: Equatable, Sendable {
  /// The first mean less the second.
  package let difference: Double
  package let standardError: Double
  package let degreesOfFreedom: Double

  /// Nil where a sample has fewer than two values, and where neither has any spread.
  package init?(_ first: SampleMoments?, less second: SampleMoments?) {
    guard let first, let second, let a = first.standardDeviation,
      let b = second.standardDeviation
    else { return nil }
    let (u, v) = (a * a / Double(first.count), b * b / Double(second.count))
    guard u + v > 0 else { return nil }
    difference = first.mean - second.mean
    standardError = (u + v).squareRoot()
    degreesOfFreedom =
      (u + v) * (u + v) / (u * u / Double(first.count - 1) + v * v / Double(second.count - 1))
  }

  /// The differences that a two-sided test at 5 % would not refuse.
  package var interval95: ClosedRange<Double> {
    let half =
      StudentDistribution(degreesOfFreedom: max(1, degreesOfFreedom)).quantile975 * standardError
    return difference - half...difference + half
  }
}
