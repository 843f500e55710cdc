// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// The interval of a statistic of samples that is no mean: samples are dealt out to groups, and the
/// statistic is computed without each of them.
///
///     pᵢ = g·θ − (g − 1)·θ₋ᵢ,   θ ± t₀.₉₇₅(g − 1)·s(p)/√g
///
/// Sums a group are all that has to be kept of the samples.
///
/// *Source:* Tukey, "Bias and confidence in not-quite large samples" (1958); with groups, Quenouille,
/// "Notes on bias in estimation" (1956).
package enum GroupJackknife {
  /// g: sample n is of group n mod g.
  package static let groupCount = 10

  /// The statistic of all samples with its interval.
  ///
  /// - Parameters:
  ///   - sampleCount: With fewer samples than groups there is no interval.
  ///   - statistic: Of all samples but those of a group, of all for nil; nil where there is none.
  /// - Returns: Nil where the statistic of all samples is nil.
  package static func estimate(
    sampleCount: Int, _ statistic: (_ omitted: Int?) -> Double?
  ) -> Estimate? {
    guard let whole = statistic(nil) else { return nil }
    guard sampleCount >= groupCount else { return Estimate(whole) }
    let count = Double(groupCount)
    let parts = (0..<groupCount).compactMap { omitted in
      statistic(omitted).map { count * whole - (count - 1) * $0 }
    }
    guard parts.count == groupCount, parts.allSatisfy(\.isFinite), whole.isFinite,
      let interval = SampleMoments(parts)?.interval95
    else { return Estimate(whole) }
    let half = (interval.upperBound - interval.lowerBound) / 2
    return Estimate(whole, interval95: whole - half...whole + half)
  }
}
