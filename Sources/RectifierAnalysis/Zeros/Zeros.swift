// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Which hidden units are silent, how often and for what: the sparsity of a network on data.
///
/// A rectifier's zeros are exact, and a product skips them. A saturating unit only comes near zero, if
/// at all: for such units there are fractions near zero, and where in their range they stand.
///
/// *Source:* Glorot, Bordes and Bengio (2011), sections 2.2 and 3.
public struct Zeros: Equatable, Sendable {
  /// The magnitudes below which an output counts as near zero.
  public static let thresholds = [0.01, 0.05, 0.1]

  /// Samples that were shown.
  public let sampleCount: Int
  /// One a hidden layer, from the input on.
  public let layers: [LayerZeros]

  /// Measures over all rows of data; of targets, only classes are read.
  ///
  /// - Throws: `ModelError` where the data do not fit the model, and for an output that is not finite.
  /// - Complexity: One pass over the data; memory for some numbers a sample and ten a unit.
  public static func measure(
    _ model: Model, on data: Dataset, execution: Execution = .default
  ) throws(ModelError) -> Zeros {
    let pass = try CodePass(model, on: data, execution: execution)
    let classes = try model.trueClasses(of: data)
    let architecture = model.network.architecture
    let layers = architecture.hiddenWidths.indices
    var sums = layers.map { layer in
      LayerSums(
        activation: architecture.activations[layer], width: architecture.hiddenWidths[layer],
        signs: architecture.hasSignMask ? model.network.signMasks[layer] : [])
    }
    var activity = UnitActivity(hiddenWidths: architecture.hiddenWidths)
    try pass.run { rows in
      activity.add(pass.forward, rowCount: rows.count)
      for layer in layers {
        for (place, row) in rows.enumerated() {
          sums[layer].add(pass.forward.code(ofLayer: layer, at: place), sample: Int(row))
        }
      }
    }
    let codes = pass.codesOfMeanInput()
    return Zeros(
      sampleCount: data.rowCount,
      layers: layers.map { layer in
        sums[layer].result(
          activeCounts: activity.activeCounts[layer], atMeanInput: codes[layer], classes: classes,
          classCount: model.labels.count)
      })
  }
}

extension CodePass {
  /// What each hidden layer makes of the mean of all rows.
  func codesOfMeanInput() -> [[Float]] {
    let means = FeatureMoments(data, execution: execution).means
    let input = Matrix(rows: [means.map { Float($0) }])
    input.withUnsafePointer { rows in
      forward.run(network, source: .rows(rows), rowCount: 1, execution: execution)
    }
    return network.architecture.hiddenWidths.indices.map { layer in
      Array(forward.code(ofLayer: layer, at: 0))
    }
  }
}
