// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks

extension TrainingRun {
  /// The model of the epoch with the best validation result; nil before the first epoch's end.
  ///
  /// Epochs compare by error rate where there are classes, else by loss; of equals the first wins.
  public var best: Model? {
    bestNetwork.map { model($0, report: reports.last(where: \.isBest)) }
  }

  /// The model as trained so far.
  public var last: Model { model(network, report: progress.stepCount == 0 ? reports.last : nil) }

  /// All that is needed to go on later; may be called between any two steps.
  public func checkpoint() -> Checkpoint {
    Checkpoint(last: last, best: best, reports: reports.map(\.withoutTimes), progress: progress)
  }

  private func model(_ network: Network, report: EpochReport?) -> Model {
    Model(
      network: network, preprocessing: training.preprocessing, imageShape: training.imageShape,
      labels: training.labels,
      facts: TrainingFacts(
        options: options, training: trainingFacts, validation: validationFacts, report: report))
  }
}
