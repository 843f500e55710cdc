// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining

/// Numbers of the laboratory with their intervals, for reading.
enum EstimateText {
  /// `0.0123 (0.0119 … 0.0127)`; without the interval where there is none.
  static func number(_ estimate: Estimate) -> String {
    let value = NumberText.significant(estimate.value)
    return estimate.interval95.map { range in
      "\(value) (\(NumberText.significant(range.lowerBound)) …"
        + " \(NumberText.significant(range.upperBound)))"
    } ?? value
  }

  /// A fraction 0…1: `49.8 % (49.1 … 50.5 %)`.
  static func fraction(_ estimate: Estimate) -> String {
    let value = NumberText.percent(estimate.value, decimals: 1)
    return estimate.interval95.map { "\(value) (\(NumberText.percentRange($0)))" } ?? value
  }
}
