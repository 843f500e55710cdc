// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension PretrainConfiguration {
  /// What determines a pre-training run: the members of `json` that no machine chooses and that are
  /// not at their defaults.
  package var recipe: JSONObject {
    let defaults = PretrainConfiguration(data: "").json.objectValue ?? JSONObject()
    return (json.objectValue ?? JSONObject()).members(unlike: defaults) {
      !TrainConfiguration.keysWithoutEffect.contains($0)
    }
  }

  /// Pre-training of the hidden layers of a network, on the data that it is fine-tuned on, without
  /// what is learned there, from the same seed; everything else is at its defaults.
  package init(for fineTuning: TrainConfiguration) {
    self.init(data: fineTuning.data)
    training.dataDirectory = fineTuning.dataDirectory
    training.validation = fineTuning.validation
    training.validationDraw = fineTuning.validationDraw
    training.resize = fineTuning.resize
    training.inverts = fineTuning.inverts
    training.input = fineTuning.input.withoutTarget
    training.hiddenWidths = fineTuning.hiddenWidths
    training.activations = fineTuning.activations
    training.hasSignMask = fineTuning.hasSignMask
    training.initializer = fineTuning.initializer
    training.batchSize = fineTuning.batchSize
    training.seed = fineTuning.seed
  }

  /// The members of `json` that ``init(for:)`` takes from nowhere.
  var ownOptions: JSONObject {
    let own = ["activationL1", "learningRate", "epochs", "epochSamples", "patience"] + Self.ownKeys
    return (json.objectValue ?? JSONObject()).members(unlike: JSONObject(), where: own.contains)
  }
}
