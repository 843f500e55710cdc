// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The networks of one kind, as far as they are known when some are done.
package struct ReviewTrials: Equatable, Sendable {
  /// Those by which rates are chosen.
  package var selection: [Trial]
  /// The winner's, the first of which is among the selection; none until it is known, or where all of
  /// the selection diverged.
  package var final: [Trial]

  /// All that are known yet, each once.
  package var all: [Trial] { selection + rest }

  /// Those of the winner that are still to be trained once it is known.
  package var rest: [Trial] { final.filter { !selection.contains($0) } }
}
