// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Which of the epochs with the same validation score is the best.
public enum EpochTies: String, CaseIterable, Codable, Hashable, Sendable {
  /// The first of them.
  case first
  /// The one with the lowest validation loss, of equal ones the first. Where few samples validate many
  /// epochs make the same number of errors, and the first of these has hardly learned.
  case loss
}
