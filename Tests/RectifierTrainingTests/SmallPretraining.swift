// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining

/// A network 12-10-7-3 whose hidden layers are pre-trained on 40 rows of four patterns in noise.
struct SmallPretraining {
  var reconstruction = Reconstruction.softplus
  /// Of the layers above; nil for the same.
  var upper: Reconstruction?
  var decoderBiases = DecoderBiases.zero
  var activation = Activation.rectifier
  var hasSignMask = false
  var corruption = Corruption.masking(level: 0.25)
  var tiesWeights = false
  var epochCount = 3
  var rate: Float = 0.05
  var patience = 0

  func data(_ name: String = "training", rowCount: Int = 40) throws -> Dataset {
    var stream = Seed(5).stream(name)
    let rows = (0..<rowCount).map { row in
      (0..<12).map { column in
        (column % 4 == row % 4 ? 0.8 : 0.05) + 0.1 * stream.uniform()
      }
    }
    return try Dataset(
      name: name, features: .floats(Matrix(rows: rows)), targets: .none)
  }

  func network() throws -> Network {
    let architecture = try Architecture(
      inputCount: 12, hiddenWidths: [10, 7], activations: [activation], hasSignMask: hasSignMask,
      head: .softmax(classCount: 3))
    return Network(architecture, seed: Seed(3))
  }

  var options: [AutoencoderOptions] {
    [reconstruction, upper ?? reconstruction].enumerated().map { layer, reconstruction in
      AutoencoderOptions(
        reconstruction: reconstruction, decoderBiases: decoderBiases,
        training: TrainingOptions(
          activationL1: [0.001], learningRate: rate, batchSize: 7, epochCount: epochCount,
          patience: patience,
          seed: Seed(3).derived("autoencoder", number: layer), corruption: corruption,
          tiesWeights: tiesWeights))
    }
  }

  func run(
    _ execution: Execution = .default, training: Dataset? = nil
  ) throws -> PretrainingRun {
    try PretrainingRun(
      network(), training: training ?? data(), validation: data("validation", rowCount: 12),
      options: options, execution: execution)
  }

  func resumed(_ run: PretrainingRun, _ execution: Execution) throws -> PretrainingRun {
    try PretrainingRun(
      network(), after: run.autoencoders, checkpoint: run.checkpoint(), training: data(),
      validation: data("validation", rowCount: 12), options: options, execution: execution)
  }
}

extension PretrainingRun {
  /// Runs to the end.
  func finish() throws {
    while try epoch() != nil {}
  }

  /// The bits of all tensors that came of it.
  var bits: [UInt32] { pretrained.tensors().flatMap { $0.values.map(\.bitPattern) } }

  /// The reports without times.
  var plainReports: [PretrainingReport] {
    reports.map { PretrainingReport(layer: $0.layer, epoch: $0.epoch.withoutTimes) }
  }
}
