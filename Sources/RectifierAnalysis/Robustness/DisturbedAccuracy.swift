// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// Right predictions of a network that was disturbed so much.
public struct DisturbedAccuracy: Equatable, Sendable {
  /// The fraction of units that was silenced, or σ of the noise.
  public let level: Double
  /// 0…1: the mean over draws, with Student's interval.
  public let accuracy: Estimate
}
