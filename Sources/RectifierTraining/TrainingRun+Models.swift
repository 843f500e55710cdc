// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks

extension TrainingRun {
  /// The model of the epoch with the best validation result; nil before the first epoch's end.
  ///
  /// Epochs compare by error rate where there are classes, else by loss; of equals the first wins.
  /// With a target of zeros only those within 0.02 of it do; as long as there is none, the one that
  /// is nearest is the best. More zeros than that without any penalty count as within.
  public var best: Model? {
    bestNetwork.map { network in
      let report = reports.last(where: \.isBest)
      return model(network, epoch: report?.epoch ?? 0, report: report)
    }
  }

  /// The model as trained so far; within an epoch, its facts name the last completed one and hold no
  /// measurements.
  public var last: Model {
    model(
      network, epoch: reports.count, report: progress.stepCount == 0 ? reports.last : nil)
  }

  /// All that is needed to go on later; may be called between any two steps.
  public func checkpoint() -> Checkpoint {
    Checkpoint(
      last: last, optimizerState: optimizerState, best: best,
      reports: reports.map(\.withoutTimes), progress: progress)
  }

  private func model(_ network: Network, epoch: Int, report: EpochReport?) -> Model {
    Model(
      network: network, preprocessing: training.preprocessing, imageShape: training.imageShape,
      labels: training.labels,
      facts: TrainingFacts(
        options: options, training: trainingFacts, validation: validationFacts, epoch: epoch,
        report: report))
  }
}
