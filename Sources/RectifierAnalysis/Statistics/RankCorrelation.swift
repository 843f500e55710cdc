// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierTraining

/// Whether two numbers of a sample rise together: Spearman's ρ, the correlation of their ranks, of
/// which equal numbers share the mean.
///
///     tanh(atanh ρ ± z·√(1.06/(n − 3))),   z = 1.959964
///
/// *Source:* Spearman, "The proof and measurement of association between two things" (1904); the
/// interval is Fisher's with the variance of Fieller, Hartley and Pearson, "Tests for rank correlation
/// coefficients" (1957).
package enum RankCorrelation {
  /// ρ with its interval, for which there have to be four pairs; nil where a side has no two different
  /// numbers.
  ///
  /// - Precondition: As many numbers on both sides, none of them NaN.
  package static func estimate(_ first: [Double], _ second: [Double]) -> Estimate? {
    guard first.count == second.count else {
      fatalError("rank correlation: \(first.count) and \(second.count) numbers")
    }
    let (a, b) = (ranks(first), ranks(second))
    let mean = Double(first.count + 1) / 2
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      ab += (x - mean) * (y - mean)
      aa += (x - mean) * (x - mean)
      bb += (y - mean) * (y - mean)
    }
    guard aa > 0, bb > 0 else { return nil }
    let correlation = min(1, max(-1, ab / (aa * bb).squareRoot()))
    guard first.count > 3, abs(correlation) < 1 else { return Estimate(correlation) }
    let half = CountedRate.normalQuantile * (1.06 / Double(first.count - 3)).squareRoot()
    let middle = atanh(correlation)
    return Estimate(correlation, interval95: tanh(middle - half)...tanh(middle + half))
  }

  /// The place of each number among all, from 1; the mean of the places of equal ones.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var begin = 0
    while begin < order.count {
      var end = begin + 1
      while end < order.count, values[order[end]] == values[order[begin]] { end += 1 }
      for place in begin..<end { ranks[order[place]] = Double(begin + 1 + end) / 2 }
      begin = end
    }
    return ranks
  }
}
