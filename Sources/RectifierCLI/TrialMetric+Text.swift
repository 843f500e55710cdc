// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

extension TrialMetric {
  /// A value as people read it: a fraction in percent, else four decimals.
  func text(_ value: Double) -> String {
    switch self {
    case .score(let score): score.text(value)
    case .microF1: NumberText.fixed(value, decimals: 4)
    }
  }
}

extension TrialScore {
  var text: String { metric.text(value) }
}
