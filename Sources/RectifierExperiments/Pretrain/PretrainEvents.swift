// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierTraining

/// What a caller of a pre-training session hears, and the one thing that it is asked.
package struct PretrainEvents {
  /// The data are read, training begins or goes on.
  package var started: (PretrainStart) -> Void
  /// The layer, and the step.
  package var step: (Int, StepReport) -> Void
  package var epoch: (PretrainingReport) -> Void
  /// Asked after every step; true ends the run there, with a checkpoint.
  package var shouldStop: () -> Bool

  package init(
    started: @escaping (PretrainStart) -> Void = { _ in },
    step: @escaping (Int, StepReport) -> Void = { _, _ in },
    epoch: @escaping (PretrainingReport) -> Void = { _ in },
    shouldStop: @escaping () -> Bool = { false }
  ) {
    self.started = started
    self.step = step
    self.epoch = epoch
    self.shouldStop = shouldStop
  }
}

/// What is known of a pre-training run when it begins.
package struct PretrainStart: Sendable {
  /// What the source of the training part is called.
  package let sourceName: String
  package let trainingCount: Int
  package let validationCount: Int
  package let architecture: Architecture
  /// How the rows of a file became features; nil for other data.
  package let encoding: RowEncoding?
  /// What is worth knowing about the rows of files.
  package let notes: [String]

  init(sourceName: String, data: TrainingData, architecture: Architecture) {
    self.sourceName = sourceName
    trainingCount = data.training.data.rowCount
    validationCount = data.validation.data.rowCount
    self.architecture = architecture
    encoding = data.training.data.encoding
    notes = data.notes
  }
}
