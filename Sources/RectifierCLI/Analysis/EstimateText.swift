// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining

/// Estimates as people read them in a table: the value, and its 95 % interval in brackets.
enum EstimateText {
  /// Of a fraction: `82.1 % (81.9 … 82.3)`.
  static func percent(_ estimate: Estimate, decimals: Int = 1) -> String {
    text(estimate, unit: " %") { NumberText.fixed(100 * $0, decimals: decimals) }
  }

  /// Of any number: `178.6 (177.3 … 179.9)`.
  static func number(_ estimate: Estimate, decimals: Int = 1) -> String {
    text(estimate) { NumberText.fixed($0, decimals: decimals) }
  }

  /// Of a number from −1 to 1: `−0.35 (−0.61 … −0.04)`.
  static func signed(_ estimate: Estimate) -> String {
    text(estimate) { NumberText.signed($0, decimals: 2) }
  }

  /// Of a number of any size, with three digits: `0.0123 (0.0119 … 0.0127)`.
  static func significant(_ estimate: Estimate) -> String {
    text(estimate) { NumberText.significant($0) }
  }

  private static func text(
    _ estimate: Estimate, unit: String = "", _ number: (Double) -> String
  ) -> String {
    let interval = estimate.interval95.map {
      " (\(number($0.lowerBound)) … \(number($0.upperBound)))"
    }
    return number(estimate.value) + unit + (interval ?? "")
  }
}
