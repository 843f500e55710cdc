// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Networks that train equally long, of which the best go on.
package struct TuneStage: Equatable, Sendable {
  /// From 1; nil for the options as they were given, which need not be among the best.
  package let bracket: Int?
  package let epochCount: Int
  package let trials: [Trial]

  /// Of a search no two stages have the same name: `bracket 1, 3 epochs`.
  package var name: String {
    let who = bracket.map { "bracket \($0)" } ?? "as given"
    return "\(who), \(epochCount) epoch\(epochCount == 1 ? "" : "s")"
  }
}
