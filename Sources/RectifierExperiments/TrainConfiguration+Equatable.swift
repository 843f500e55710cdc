// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension TrainConfiguration: Equatable {
  /// Whether both say the same of a run: the optimizer's default rate is the same rate whether it
  /// was asked for or not.
  package static func == (a: TrainConfiguration, b: TrainConfiguration) -> Bool {
    a.hasSameData(as: b) && a.hasSameNetwork(as: b) && a.hasSameTraining(as: b)
  }

  private func hasSameData(as other: TrainConfiguration) -> Bool {
    data == other.data && dataDirectory == other.dataDirectory && test == other.test
      && validation == other.validation && validationDraw == other.validationDraw
      && fold == other.fold && trainSampleCount == other.trainSampleCount && resize == other.resize
      && inverts == other.inverts && input == other.input
  }

  private func hasSameNetwork(as other: TrainConfiguration) -> Bool {
    hiddenWidths == other.hiddenWidths && activations == other.activations
      && hasSignMask == other.hasSignMask && initializer == other.initializer
      && pretrained == other.pretrained
  }

  private func hasSameTraining(as other: TrainConfiguration) -> Bool {
    activationL1 == other.activationL1 && targetZeros == other.targetZeros
      && weightL2 == other.weightL2
      && inputDropout == other.inputDropout && dropout == other.dropout
      && optimizer == other.optimizer && learningRate == other.learningRate
      && schedule == other.schedule && batchSize == other.batchSize
      && epochCount == other.epochCount && epochSampleCount == other.epochSampleCount
      && patience == other.patience && epochTies == other.epochTies && seed == other.seed
      && threadCount == other.threadCount
  }
}
