// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks

/// All that a run needs to go on as if it had never stopped: a value, taken between any two steps.
///
/// Random choices are drawn anew from the seed, so no generator's state is kept.
public struct Checkpoint: Equatable, Sendable {
  /// The model as trained so far.
  public let last: Model
  /// What the optimizer keeps of the parameters.
  public let optimizerState: OptimizerState
  /// The model of the best epoch; nil before the first epoch's end.
  public let best: Model?
  /// Completed epochs.
  public let reports: [EpochReport]
  /// The epoch that was under way.
  public let progress: EpochProgress

  package init(
    last: Model, optimizerState: OptimizerState, best: Model?, reports: [EpochReport],
    progress: EpochProgress
  ) {
    self.last = last
    self.optimizerState = optimizerState
    self.best = best
    self.reports = reports
    self.progress = progress
  }
}

extension Checkpoint {
  /// The same of a run that has so many epochs in all: it ends as one that had them from the
  /// beginning, where nothing that was done depends on how many there are.
  ///
  /// - Returns: Nil where something does, as a rate that goes along a cosine, and where more has been
  ///   done already.
  package func extended(to epochCount: Int) -> Checkpoint? {
    let options = last.facts.options
    if options.epochCount == epochCount { return self }
    let isUnderWay = progress.stepCount > 0
    guard options.schedule != .cosine, reports.count + (isUnderWay ? 1 : 0) <= epochCount else {
      return nil
    }
    return Checkpoint(
      last: last.extended(to: epochCount), optimizerState: optimizerState,
      best: best?.extended(to: epochCount), reports: reports, progress: progress)
  }
}

extension Model {
  fileprivate func extended(to epochCount: Int) -> Model {
    var facts = facts
    facts.options.epochCount = epochCount
    return Model(
      network: network, preprocessing: preprocessing, imageShape: imageShape, labels: labels,
      facts: facts, compactions: compactions)
  }
}

/// The running sums of an epoch that has not ended.
public struct EpochProgress: Codable, Equatable, Sendable {
  /// Steps taken in the epoch.
  public package(set) var stepCount = 0
  /// Samples seen in the epoch.
  public package(set) var sampleCount = 0
  /// Their data losses, summed in sample order.
  public package(set) var lossSum = 0.0
  /// Their wrong predictions.
  public package(set) var errorCount = 0

  /// An epoch that has not begun.
  public init() {}

  package init(stepCount: Int, sampleCount: Int, lossSum: Double, errorCount: Int) {
    self.stepCount = stepCount
    self.sampleCount = sampleCount
    self.lossSum = lossSum
    self.errorCount = errorCount
  }
}
