// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Whether inputs of more or less information get codes of more or fewer active units, and what that
/// goes with: the margin of the prediction, the ink of the input, the class.
///
/// Units are active whose output is not exactly zero. Where all always are, nothing varies and there is
/// no correlation. Intervals of correlations are Fisher's.
///
/// *Source:* Glorot, Bordes and Bengio (2011), section 2.2, "efficient variable-size representation".
public struct VariableSize: Equatable, Sendable {
  /// Where the distribution over samples is shown.
  public static let quantileLevels = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// Samples that were shown.
  public let sampleCount: Int
  /// One a hidden layer, from the input on.
  public let layers: [LayerSize]

  /// Measures over all rows of data; of targets, only classes are read.
  ///
  /// - Throws: `ModelError` where the data do not fit the model, and for an output that is not finite.
  /// - Complexity: One pass over the data; memory for some numbers a sample.
  public static func measure(
    _ model: Model, on data: Dataset, execution: Execution = .default
  ) throws(ModelError) -> VariableSize {
    let pass = try CodePass(model, on: data, execution: execution)
    let classes = try model.trueClasses(of: data)
    let architecture = model.network.architecture
    var sizes = [[Double]](repeating: [], count: architecture.hiddenWidths.count)
    var margins: [Double] = []
    try pass.run { rows in
      for place in rows.indices {
        for layer in sizes.indices {
          sizes[layer].append(Double(pass.activeCount(ofLayer: layer, at: place)))
        }
        if case .softmax = architecture.head { margins.append(margin(pass.outputs(at: place))) }
      }
    }
    let ink = data.featureSums
    return VariableSize(
      sampleCount: data.rowCount,
      layers: sizes.enumerated().map { layer, sizes in
        let moments = SampleMoments(sizes)!
        return LayerSize(
          unitCount: architecture.hiddenWidths[layer], mean: moments.estimate,
          deviation: moments.standardDeviation,
          quantiles: SampleQuantiles.of(sizes, levels: quantileLevels),
          meanByClass: ClassMeans.of(sizes, classes: classes, classCount: model.labels.count)
            .map { $0?.estimate },
          marginCorrelation: margins.isEmpty ? nil : RankCorrelation.estimate(sizes, margins),
          inkCorrelation: RankCorrelation.estimate(sizes, ink))
      })
  }

  /// The largest number less the second largest.
  private static func margin(_ outputs: UnsafeBufferPointer<Float>) -> Double {
    var (first, second) = (-Float.infinity, -Float.infinity)
    for output in outputs {
      if output > first { (first, second) = (output, first) } else { second = max(second, output) }
    }
    return Double(first) - Double(second)
  }
}

extension Dataset {
  /// The sum of each row's features, as a network takes them.
  var featureSums: [Double] {
    switch features {
    case .bytes(let rows):
      (0..<rowCount).map { row in
        rows.withRow(row) { Double($0.reduce(0) { $0 + Int($1) }) } / Double(rows.divisor)
      }
    case .floats(let matrix):
      (0..<rowCount).map { matrix.row($0).reduce(0.0) { $0 + Double($1) } }
    case .sparse(let matrix):
      (0..<rowCount).map { row in
        matrix.withRow(row) { _, values in values.reduce(0.0) { $0 + Double($1) } }
      }
    }
  }
}
