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
  /// What else the task is scored by, on the validation part; nil where that is nothing.
  public let validationMeasures: [Measure: Double]?
  /// Exact zeros a hidden layer on the validation part, 0…1.
  public let zeroFraction: [Double]
  /// Units a hidden layer that no validation sample activates.
  public let deadUnitCount: [Int]
  /// Whether no earlier epoch was as good: in its validation result, after being as near to a target
  /// of zeros where there is one.
  public let isBest: Bool
  /// λ of the epoch's steps where it is adapted to a target of zeros; else nil.
  public let activationL1: Float?
  /// Seconds in training steps; nil for an epoch that began in another process. Not stored.
  public var seconds: Double?
  /// Seconds in validation; nil for an epoch that ended in another process. Not stored.
  public var evaluationSeconds: Double?

  package init(
    epoch: Int, trainingLoss: Double, trainingErrorRate: Double?, validationLoss: Double,
    validationErrorRate: Double?, validationMeasures: [Measure: Double]? = nil,
    zeroFraction: [Double], deadUnitCount: [Int], isBest: Bool, activationL1: Float? = nil,
    seconds: Double? = nil, evaluationSeconds: Double? = nil
  ) {
    self.epoch = epoch
    self.trainingLoss = trainingLoss
    self.trainingErrorRate = trainingErrorRate
    self.validationLoss = validationLoss
    self.validationErrorRate = validationErrorRate
    self.validationMeasures = validationMeasures
    self.zeroFraction = zeroFraction
    self.deadUnitCount = deadUnitCount
    self.isBest = isBest
    self.activationL1 = activationL1
    self.seconds = seconds
    self.evaluationSeconds = evaluationSeconds
  }

  /// By what epochs compare.
  package var validation: ScoredValues {
    ScoredValues(
      errorRate: validationErrorRate, loss: validationLoss, measures: validationMeasures ?? [:])
  }

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
    case validationMeasures, zeroFraction, deadUnitCount, isBest, activationL1
  }
}
