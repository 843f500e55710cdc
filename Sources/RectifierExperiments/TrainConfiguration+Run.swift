// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
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
    let training = data.training.data
    let architecture = try Architecture(
      inputCount: training.featureCount, hiddenWidths: hiddenWidths,
      activations: activations, hasSignMask: hasSignMask, head: training.targetHead)
    let options = try trainingOptions(for: data)
    try MemoryRequirement(
      inputCount: architecture.inputCount, hiddenWidths: architecture.hiddenWidths,
      outputCount: architecture.head.outputCount, batchSize: batchSize,
      listedFeatureCount: listedFeatureCount(of: training),
      momentCount: optimizer.momentCount, dataBytes: data.byteCount
    ).check()
    guard let checkpoint else {
      var network = Network(architecture, seed: Seed(seed), initializer: initializer)
      if let folder = pretrained {
        network = try PretrainedLayers.initialize(network, from: folder, for: training)
      }
      return try TrainingRun(
        network, training: training, validation: data.validation.data,
        options: options, execution: execution)
    }
    let (facts, network) = (checkpoint.last.facts, checkpoint.last.network)
    guard facts.options == options, network.architecture == architecture else { return nil }
    return try TrainingRun(
      resuming: checkpoint, training: training, validation: data.validation.data,
      execution: execution)
  }
}

extension TrainConfiguration {
  /// What the training run is told, with what the targets mean and how much each class counts.
  func trainingOptions(for data: TrainingData) throws(ConfigurationError) -> TrainingOptions {
    let training = data.training.data
    var options = trainingOptions
    options.task = data.task ?? training.encoding?.target.flatMap { LearningTask($0) }
    options.classWeights = try input.classWeights.weights(
      labels: training.labels, counts: training.classCounts)
    return options
  }
}

extension TrainConfiguration {
  /// Features of a sample that a batch has room for. Sparse rows are listed from their entries, unless
  /// some of the features are dropped, for which all are needed.
  private func listedFeatureCount(of training: Dataset) -> Int {
    guard case .sparse(let matrix) = training.features, inputDropout == 0 else {
      return training.featureCount
    }
    return InputBatch.listedCount(of: matrix)
  }
}

extension LearningTask {
  /// What a target of rows means where that is not what its head says: nil for classes and labels.
  fileprivate init?(_ target: SchemaTarget) {
    switch target.kind {
    case .classes, .sets: return nil
    case .ordinal(_, let levels): self = .ordinal(levels: levels)
    case .reals(let mean, let deviation): self = .regression(mean: mean, deviation: deviation)
    }
  }
}

extension Dataset {
  /// The head that learns the targets: softmax over classes, a logistic output a label, else reals.
  fileprivate var targetHead: OutputHead {
    switch targets {
    case .classes, .features, .none: .softmax(classCount: labels.count)
    case .sets: .logistic(outputCount: labels.count)
    case .reals(let matrix): .identity(outputCount: matrix.columnCount)
    }
  }
}
