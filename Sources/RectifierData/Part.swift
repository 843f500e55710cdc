// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A part of a data source.
public enum Part: String, Codable, CaseIterable, Sendable {
  /// What is learned from.
  case train
  /// What decides between epochs.
  case validation
  /// What is reported at the end.
  case test
  /// Everything there is.
  case all
}
