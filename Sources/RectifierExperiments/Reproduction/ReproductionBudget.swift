// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How much of a reproduction is run.
package enum ReproductionBudget: String, CaseIterable, Sendable {
  /// Tiny networks on tiny data, in seconds: whether everything works.
  case smoke
  /// A tenth of the networks, which are among those of `full`.
  case short
  /// What is reported.
  case full
}
