// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import RectifierTraining

extension TrainConfiguration {
  /// A training run on data, from the beginning or from a checkpoint.
  ///
  /// - Returns: Nil where the checkpoint is that of another configuration.
  /// - Throws: `ConfigurationError.memory` where the machine cannot hold the network, and what is
  ///   wrong with the data or with pre-trained layers.
  func makeRun(
    on data: TrainingData, resuming checkpoint: Checkpoint? = nil, execution: Execution
  ) throws -> TrainingRun? {
    let architecture = try Architecture(
      inputCount: data.training.data.featureCount, hiddenWidths: hiddenWidths,
      activations: activations, hasSignMask: hasSignMask,
      head: .softmax(classCount: data.training.data.labels.count))
    try MemoryRequirement(
      inputCount: architecture.inputCount, hiddenWidths: architecture.hiddenWidths,
      outputCount: architecture.head.outputCount, batchSize: batchSize,
      momentCount: optimizer.momentCount, dataBytes: data.byteCount
    ).check()
    guard let checkpoint else {
      var network = Network(architecture, seed: Seed(seed), initializer: initializer)
      if let folder = pretrained {
        network = try PretrainedLayers.initialize(network, from: folder, for: data.training.data)
      }
      return try TrainingRun(
        network, training: data.training.data, validation: data.validation.data,
        options: trainingOptions, execution: execution)
    }
    let (facts, network) = (checkpoint.last.facts, checkpoint.last.network)
    guard facts.options == trainingOptions, network.architecture == architecture else { return nil }
    return try TrainingRun(
      resuming: checkpoint, training: data.training.data, validation: data.validation.data,
      execution: execution)
  }
}
