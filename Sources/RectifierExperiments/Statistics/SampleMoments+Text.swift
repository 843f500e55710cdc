// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

extension SampleMoments {
  /// Of fractions: `1.43 ± 0.06 %`.
  package var text: String {
    guard let standardDeviation else { return NumberText.percent(mean) }
    return "\(NumberText.fixed(100 * mean, decimals: 2)) ± \(NumberText.percent(standardDeviation))"
  }

  /// The interval of a mean of fractions.
  package var percentageInterval: String? {
    interval95.map { NumberText.percentRange($0, decimals: 2) }
  }
}
