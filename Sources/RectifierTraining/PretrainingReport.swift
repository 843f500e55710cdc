// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What one epoch of pre-training brought.
public struct PretrainingReport: Equatable, Sendable {
  /// The hidden layer, from 0.
  public let layer: Int
  /// Its epoch. The training loss is that of reconstructing corrupted inputs; the validation loss,
  /// the zeros of the code and its dead units are measured on clean ones.
  public let epoch: EpochReport

  package init(layer: Int, epoch: EpochReport) {
    self.layer = layer
    self.epoch = epoch
  }
}
