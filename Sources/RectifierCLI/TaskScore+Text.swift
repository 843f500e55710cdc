// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining

extension TaskScore {
  /// A value of it: `1.85 %`, `0.7461`.
  func text(_ value: Double) -> String {
    isRate ? NumberText.percent(value) : NumberText.fixed(value, decimals: 4)
  }

  /// How far a value of it has moved: `+0.02 percentage points`, `-0.000100`.
  func text(change: Double) -> String {
    let scaled = isRate ? 100 * change : change
    return (scaled < 0 ? "" : "+") + NumberText.fixed(scaled, decimals: isRate ? 2 : 6)
      + (isRate ? " percentage points" : "")
  }

  /// The heads of a table's columns: of an error rate they need no name.
  func head(_ part: String) -> String { self == .errorRate ? part : "\(part) \(title)" }
}

extension ScoredValues {
  /// The scores that there are, the task's own first and the loss last.
  var kinds: [TaskScore] {
    [kind] + TaskScore.allCases.filter { $0 != kind && self[$0] != nil }
  }
}
