// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Images as an autoencoder meets them: corrupted, and given back.
package struct ImagePreview: Sendable {
  package var corruption: Corruption
  /// Gives the images back, corrupted as they are; nil to show these.
  package var autoencoder: Model?
  package var seed: Seed

  package init(corruption: Corruption = .none, autoencoder: Model? = nil, seed: Seed = Seed(1)) {
    self.corruption = corruption
    self.autoencoder = autoencoder
    self.seed = seed
  }

  /// The data with other pixels, rounded to bytes; what lies outside their range is cut off.
  ///
  /// Noise is that of epoch 1 for rows numbered as they stand here.
  ///
  /// - Throws: `ConfigurationError` where the model is no autoencoder, `ModelError` where its inputs
  ///   are others, `ContactSheetError.notImages` where rows are no images of bytes.
  package func images(of data: Dataset, execution: Execution) throws -> Dataset {
    guard case .bytes(let rows) = data.features else {
      throw ContactSheetError.notImages(name: data.name)
    }
    if let autoencoder {
      guard autoencoder.network.architecture.isAutoencoder else {
        throw ConfigurationError.invalidValue(
          option: "--autoencoder", expected: "the autoencoder of a first layer",
          found: "a network of "
            + autoencoder.network.architecture.widths.map(String.init).joined(separator: "-"))
      }
      try autoencoder.checkFeatures(of: data)
    }
    var values = corruption.corrupted(
      data.scaledFeatures(execution: execution), seed: seed, epoch: 1, execution: execution)
    if let autoencoder {
      values = Predictor(autoencoder.network, execution: execution).predict(values)
    }
    let bytes = (0..<values.rowCount).flatMap { row in
      values.row(row).map { UInt8(min(max($0 * rows.divisor, 0), 255).rounded()) }
    }
    return try Dataset(
      name: data.name,
      features: .bytes(
        ByteRows(
          bytes: bytes, rowCount: data.rowCount, columnCount: data.featureCount,
          divisor: rows.divisor)),
      targets: data.targets, labels: data.labels, imageShape: data.imageShape, files: data.files)
  }
}
