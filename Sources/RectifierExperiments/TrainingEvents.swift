// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierTraining

/// What a caller of a training session hears, and the one thing that it is asked.
package struct TrainingEvents {
  /// The data are read, training begins or goes on.
  package var started: (TrainingStart) -> Void
  package var step: (StepReport) -> Void
  package var epoch: (EpochReport) -> Void
  /// Asked after every step; true ends the run there, with a checkpoint.
  package var shouldStop: () -> Bool

  package init(
    started: @escaping (TrainingStart) -> Void = { _ in },
    step: @escaping (StepReport) -> Void = { _ in },
    epoch: @escaping (EpochReport) -> Void = { _ in },
    shouldStop: @escaping () -> Bool = { false }
  ) {
    self.started = started
    self.step = step
    self.epoch = epoch
    self.shouldStop = shouldStop
  }
}

/// What is known of a run when its training begins.
package struct TrainingStart: Sendable {
  /// What the source of the training part is called.
  package let sourceName: String
  package let trainingCount: Int
  package let validationCount: Int
  /// Nil where there is no test part.
  package let testCount: Int?
  /// The mean of the first images' pixels, 0…1; nil where rows are no images of bytes.
  package let brightness: Double?
  /// How features and target come out of the rows of a file, if they do.
  package let encoding: RowEncoding?
  /// What is worth knowing about the rows of files.
  package let notes: [String]
  package let architecture: Architecture
  /// Epochs that a checkpoint brings along.
  package let completedEpochCount: Int

  init(sourceName: String, data: TrainingData, run: TrainingRun) {
    self.sourceName = sourceName
    trainingCount = data.training.data.rowCount
    validationCount = data.validation.data.rowCount
    testCount = data.test?.data.rowCount
    brightness = data.training.data.brightness
    encoding = data.training.data.encoding
    notes = data.notes
    architecture = run.last.network.architecture
    completedEpochCount = run.reports.count
  }
}
