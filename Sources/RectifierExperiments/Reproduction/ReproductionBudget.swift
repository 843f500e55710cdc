// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How much of a reproduction is run.
package enum ReproductionBudget: String, CaseIterable, Sendable {
  /// Tiny networks on tiny data, in seconds: whether everything works.
  case smoke
  /// Fewer networks, or fewer epochs from one seed: an impression.
  case short
  /// What is reported.
  case full
}
