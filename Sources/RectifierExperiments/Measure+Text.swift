// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

extension Measure {
  /// A value of it: `0.7461`, `12.30 %`.
  package func text(_ value: Double) -> String {
    self == .weightedErrorRate
      ? NumberText.percent(value) : NumberText.fixed(value, decimals: 4)
  }

  /// A range of its values: `0.7420 … 0.7502`.
  package func text(_ range: ClosedRange<Double>) -> String {
    self == .weightedErrorRate
      ? NumberText.percentRange(range, decimals: 2)
      : "\(text(range.lowerBound)) … \(text(range.upperBound))"
  }
}
