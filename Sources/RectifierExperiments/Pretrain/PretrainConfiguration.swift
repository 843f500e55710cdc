// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// All options of a pre-training run, as a value; the defaults are those of the command.
package struct PretrainConfiguration: Equatable, Sendable {
  /// Data, hidden layers and steps: plain descent at a constant rate. A number of epochs is that of
  /// each layer.
  package var training: TrainConfiguration
  /// One decoder for all layers, or one for each.
  package var reconstructions = [Reconstruction.softplus]
  /// Where all decoders' biases begin.
  package var decoderBiases = DecoderBiases.zero
  /// One corruption for all layers, or one for each.
  package var corruptions = [Corruption.masking(level: 0.25)]
  /// Whether decoders have their encoder's weights, transposed.
  package var tiesWeights = false

  /// The step along the gradient unless another is chosen: squared errors are sums over all inputs,
  /// whose gradients ask for a smaller one than those of a class.
  package static let defaultLearningRate: Float = 0.01

  package init(data: String) {
    training = TrainConfiguration(data: data)
    training.learningRate = Self.defaultLearningRate
  }

  /// Checks every range that does not depend on the data, and that options go together.
  package func check(_ names: OptionNames = OptionNames()) throws(ConfigurationError) {
    guard !training.hiddenWidths.isEmpty else {
      throw .invalidValue(
        option: names["hidden"], expected: "at least one hidden layer to pre-train", found: "none")
    }
    try training.check(names)
    for (key, unit, count) in [
      ("decoder", "name", reconstructions.count), ("corruption", "name", corruptions.count),
    ] where count != 1 && count != layerCount {
      throw .invalidValue(
        option: names[key],
        expected: "one \(unit), or one for each of the \(layerCount) hidden layers",
        found: "\(count)")
    }
    for (layer, activation) in training.activationsPerLayer.dropLast().enumerated() {
      let reconstruction = reconstruction(ofLayer: layer + 1)
      guard !reconstruction.reaches(outputsOf: activation) else { continue }
      throw .conflict(
        options: [names["decoder"], names["activation"]],
        reason: PretrainingError.signedCodes(
          layer: layer + 1, activation: activation, reconstruction: reconstruction
        ).description)
    }
  }

  private var layerCount: Int { training.hiddenWidths.count }

  private func reconstruction(ofLayer layer: Int) -> Reconstruction {
    reconstructions.count == 1 ? reconstructions[0] : reconstructions[layer]
  }

  /// What the run is told of each layer; each has a seed of its own.
  package var autoencoderOptions: [AutoencoderOptions] {
    (0..<layerCount).map { layer in
      var options = training.trainingOptions
      options.activationL1 = [training.activationL1PerLayer[layer]]
      options.corruption = corruptions.count == 1 ? corruptions[0] : corruptions[layer]
      options.tiesWeights = tiesWeights
      options.seed = Seed(training.seed).derived("autoencoder", number: layer)
      return AutoencoderOptions(
        reconstruction: reconstruction(ofLayer: layer), decoderBiases: decoderBiases,
        training: options)
    }
  }
}
