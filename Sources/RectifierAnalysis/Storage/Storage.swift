// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// How many bytes a model's codes of data take in a code file: whether zeros save memory.
public struct Storage: Equatable, Sendable {
  /// Samples that were encoded.
  public let sampleCount: Int
  /// One a hidden layer, from the input on.
  public let layers: [LayerStorage]

  /// Measures over all rows of data; targets are not read.
  ///
  /// - Throws: `ModelError` where the features do not fit the model, and for an output that is not
  ///   finite.
  /// - Complexity: One pass over the data; memory for a number a sample and layer.
  public static func measure(
    _ model: Model, on data: Dataset, execution: Execution = .default
  ) throws(ModelError) -> Storage {
    let pass = try CodePass(model, on: data, execution: execution)
    let widths = model.network.architecture.hiddenWidths
    var counts = [[Int]](repeating: [], count: widths.count)
    try pass.run { rows in
      for layer in widths.indices {
        for place in rows.indices {
          counts[layer].append(pass.activeCount(ofLayer: layer, at: place))
        }
      }
    }
    return Storage(
      sampleCount: data.rowCount,
      layers: zip(widths, counts).map { width, counts in
        LayerStorage(
          sampleCount: data.rowCount, unitCount: width, activeCount: counts.reduce(0, +),
          activeUnitCount: SampleMoments(counts.map(Double.init))!.estimate)
      })
  }
}
