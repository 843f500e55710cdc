// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What one batch brought.
public struct StepReport: Equatable, Sendable {
  /// From 1.
  public let epoch: Int
  /// Within the epoch, from 1.
  public let step: Int
  /// Steps of an epoch.
  public let stepCount: Int
  /// Samples of this batch.
  public let sampleCount: Int
  /// Mean data loss of the batch before the update, without penalty, in nats or squared units.
  public let loss: Double
  /// Exact zeros a hidden layer over the batch, 0…1; units that were dropped are among them.
  public let zeroFraction: [Double]

  package init(
    epoch: Int, step: Int, stepCount: Int, sampleCount: Int, loss: Double, zeroFraction: [Double]
  ) {
    self.epoch = epoch
    self.step = step
    self.stepCount = stepCount
    self.sampleCount = sampleCount
    self.loss = loss
    self.zeroFraction = zeroFraction
  }
}
