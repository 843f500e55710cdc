// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What one epoch brought.
public struct EpochReport: Equatable, Sendable {
  /// From 1.
  public let epoch: Int
  /// Mean data loss over the epoch's batches, each before its update.
  public let trainingLoss: Double
  /// Wrong predictions over the epoch's batches, each before its update, 0…1; nil without classes.
  public let trainingErrorRate: Double?
  /// Mean data loss on the validation part.
  public let validationLoss: Double
  /// Wrong predictions on the validation part, 0…1; nil without classes.
  public let validationErrorRate: Double?
  /// Exact zeros a hidden layer on the validation part, 0…1.
  public let zeroFraction: [Double]
  /// Units a hidden layer that no validation sample activates.
  public let deadUnitCount: [Int]
  /// Whether no earlier epoch had a validation result as good.
  public let isBest: Bool
  /// Seconds in training steps; nil for an epoch that began in another process. Not stored.
  public var seconds: Double?
  /// Seconds in validation; nil for an epoch that ended in another process. Not stored.
  public var evaluationSeconds: Double?

  package init(
    epoch: Int, trainingLoss: Double, trainingErrorRate: Double?, validationLoss: Double,
    validationErrorRate: Double?, zeroFraction: [Double], deadUnitCount: [Int], isBest: Bool,
    seconds: Double? = nil, evaluationSeconds: Double? = nil
  ) {
    self.epoch = epoch
    self.trainingLoss = trainingLoss
    self.trainingErrorRate = trainingErrorRate
    self.validationLoss = validationLoss
    self.validationErrorRate = validationErrorRate
    self.zeroFraction = zeroFraction
    self.deadUnitCount = deadUnitCount
    self.isBest = isBest
    self.seconds = seconds
    self.evaluationSeconds = evaluationSeconds
  }

  /// By which epochs compare: the error rate where there are classes, else the loss.
  package var validationScore: Double { validationErrorRate ?? validationLoss }

  /// The same without what the clock said.
  package var withoutTimes: EpochReport {
    var report = self
    report.seconds = nil
    report.evaluationSeconds = nil
    return report
  }
}

extension EpochReport: Codable {
  /// Times are no part of a result.
  private enum CodingKeys: String, CodingKey {
    case epoch, trainingLoss, trainingErrorRate, validationLoss, validationErrorRate
    case zeroFraction, deadUnitCount, isBest
  }
}
