// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What made a model, and how good it was: kept in the model's file.
public struct TrainingFacts: Codable, Equatable, Sendable {
  /// The options of the run.
  public package(set) var options: TrainingOptions
  /// Rows and checksum of the training part.
  public let training: DataFacts
  /// Rows and checksum of the validation part.
  public let validation: DataFacts
  /// The epoch after which the model was taken, from 1; 0 for one that was not trained.
  public let epoch: Int
  /// Wrong predictions on the validation part, 0…1; nil without classes, or before training.
  public let validationErrorRate: Double?
  /// What else the task is scored by, on the validation part; nil where that is nothing.
  public let validationMeasures: [Measure: Double]?
  /// Mean data loss on the validation part; nil before training.
  public let validationLoss: Double?
  /// Exact zeros a hidden layer on the validation part, 0…1.
  public let zeroFraction: [Double]
  /// Units a hidden layer that no validation sample activates.
  public let deadUnitCount: [Int]
  /// λ of the epoch's steps where it was adapted to a target of zeros; else nil.
  public let activationL1: Float?

  package init(
    options: TrainingOptions, training: DataFacts, validation: DataFacts, epoch: Int,
    validationErrorRate: Double?, validationMeasures: [Measure: Double]? = nil,
    validationLoss: Double?, zeroFraction: [Double], deadUnitCount: [Int],
    activationL1: Float? = nil
  ) {
    self.options = options
    self.training = training
    self.validation = validation
    self.epoch = epoch
    self.validationErrorRate = validationErrorRate
    self.validationMeasures = validationMeasures
    self.validationLoss = validationLoss
    self.zeroFraction = zeroFraction
    self.deadUnitCount = deadUnitCount
    self.activationL1 = activationL1
  }

  /// The facts after so many epochs, with what the last of them measured where that still holds.
  init(
    options: TrainingOptions, training: DataFacts, validation: DataFacts, epoch: Int,
    report: EpochReport?
  ) {
    self.init(
      options: options, training: training, validation: validation, epoch: epoch,
      validationErrorRate: report?.validationErrorRate,
      validationMeasures: report?.validationMeasures, validationLoss: report?.validationLoss,
      zeroFraction: report?.zeroFraction ?? [], deadUnitCount: report?.deadUnitCount ?? [],
      activationL1: report?.activationL1)
  }
}
