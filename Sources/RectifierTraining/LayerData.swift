// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// The data of one autoencoder: inputs, with what it is to give back as their targets.
struct LayerData {
  let training: Dataset
  let validation: Dataset

  /// Those of the first layer: the features, to be given back as they are. Sparse ones stay so: their
  /// rows are made dense a batch at a time, where they are compared with what came out.
  ///
  /// - Throws: `PretrainingError.inputNotReachable`.
  init(
    training: Dataset, validation: Dataset, reconstruction: Reconstruction, execution: Execution
  ) throws(PretrainingError) {
    if case .sparse = training.features {
      self.training = try Self.sparse(training, reconstruction)
      self.validation = try Self.sparse(validation, reconstruction)
      return
    }
    let values = [training, validation].map { $0.scaledFeatures(execution: execution) }
    let targets = try ReconstructionTargets(
      reconstruction, activation: nil, layer: 0, training: values[0])
    self.training = try Self.dataset(
      training.name, layer: 0, training.features,
      .reals(try targets.targets(for: values[0], name: training.name)),
      imageShape: training.imageShape, encoding: training.encoding)
    self.validation = try Self.dataset(
      validation.name, layer: 0, validation.features,
      .reals(try targets.targets(for: values[1], name: validation.name)),
      imageShape: validation.imageShape, encoding: validation.encoding)
  }

  private static func sparse(
    _ data: Dataset, _ reconstruction: Reconstruction
  ) throws(PretrainingError) -> Dataset {
    try reconstruction.check(data.firstFeature(outside: reconstruction.inputs), data: data.name)
    return try dataset(
      data.name, layer: 0, data.features, .features, imageShape: data.imageShape,
      encoding: data.encoding)
  }

  private init(training: Dataset, validation: Dataset) {
    self.training = training
    self.validation = validation
  }

  /// Those of the next layer: the codes of clean inputs.
  ///
  /// - Parameters:
  ///   - encoder: The autoencoder of the layer whose data these are.
  ///   - layer: The next one.
  /// - Throws: `PretrainingError.signedCodes`, `.data` where a code is not finite.
  func encoded(
    by encoder: Network, layer: Int, reconstruction: Reconstruction, execution: Execution
  ) throws(PretrainingError) -> LayerData {
    let parts = [training, validation]
    let codes = parts.map { encoder.codes(of: $0, execution: execution) }
    let values =
      reconstruction == .linearPreActivation
      ? parts.map { encoder.preActivations(of: $0, execution: execution) } : codes
    let targets = try ReconstructionTargets(
      reconstruction, activation: encoder.architecture.activations[0], layer: layer,
      training: values[0])
    var encoded: [Dataset] = []
    for part in parts.indices {
      let name = parts[part].name
      encoded.append(
        try Self.dataset(
          name, layer: layer, .floats(codes[part]),
          .reals(try targets.targets(for: values[part], name: name))))
    }
    return LayerData(training: encoded[0], validation: encoded[1])
  }

  /// The biases at which a decoder gives back the mean of each target over the training part.
  func decoderBiases(_ reconstruction: Reconstruction) -> [Float] {
    let sums: [Double]
    switch (training.targets, training.features) {
    case (.reals(let matrix), _): sums = matrix.columnSums
    case (.features, .sparse(let matrix)): sums = matrix.columnSums
    default: fatalError("decoder biases: targets that are neither numbers nor sparse features")
    }
    return sums.map { sum in
      reconstruction.bias(
        ofMean: reconstruction.mean(sum: sum, rowCount: training.rowCount))
    }
  }

  private static func dataset(
    _ name: String, layer: Int, _ features: Dataset.Features, _ targets: Dataset.Targets,
    imageShape: ImageShape? = nil, encoding: RowEncoding? = nil
  ) throws(PretrainingError) -> Dataset {
    do throws(DatasetError) {
      return try Dataset(
        name: name, features: features, targets: targets, imageShape: imageShape
      ).encoded(by: encoding)
    } catch {
      throw .data(layer: layer, error)
    }
  }
}
