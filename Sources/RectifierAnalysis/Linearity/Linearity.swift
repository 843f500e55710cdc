// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// How many linear pieces of a network a data set meets, how far they reach, and how exactly each is
/// the affine map that its active units select.
///
/// *Source:* Glorot, Bordes and Bengio (2011), section 3.1: "an exponential number of linear models that
/// share parameters", after Nair and Hinton (2010).
public struct Linearity: Equatable, Sendable {
  /// Patterns of active units of each hidden layer, over all rows.
  public let layers: [ActivationPatterns]
  /// Those of all hidden layers together: linear pieces of the network.
  public let joint: ActivationPatterns
  /// Rows drawn of the data whose pieces were looked at.
  public let pieceSampleCount: Int
  /// The mean distance to the nearest kink over these rows, ‖x′ − x‖₂ in the units of the features,
  /// with Student's interval; nil where there is no kink.
  public let kinkDistance: Estimate?
  /// The mean of the same distance divided by ‖x‖₂, over the rows that are not zero throughout.
  public let relativeKinkDistance: Estimate?
  /// The largest |A x + c − y| over these rows and the outputs, divided by the row's largest |y|: what
  /// the rounding of the `Predictor`'s own sums comes to. 0 where y is.
  public let largestMapDifference: Double
}

extension Linearity {
  /// Measures a network; targets are not read.
  ///
  /// - Parameters:
  ///   - network: Of rectifier or identity units.
  ///   - data: With the network's features.
  ///   - pieceSampleCount: At most so many rows whose pieces are looked at.
  ///   - seed: Which rows, from its stream "linear pieces".
  ///   - execution: How; no result depends on it.
  /// - Throws: `LinearityError.notPiecewiseLinear`.
  /// - Precondition: The features are the network's inputs.
  /// - Complexity: One pass over the data; a bit for each unit of each pattern is held. Beside that
  ///   O(inputs · Σₗ units of layer l+1 · active units of layer l) a piece.
  public static func measure(
    _ network: Network, on data: Dataset, pieceSampleCount: Int = 16, seed: Seed = Seed(1),
    execution: Execution = .default
  ) throws(LinearityError) -> Linearity {
    let architecture = network.architecture
    guard data.featureCount == architecture.inputCount else {
      fatalError(
        "linearity: \(data.featureCount) features for a network of \(architecture.widths)")
    }
    let layers = try PiecewiseLinearLayers(network)
    let forward = ForwardPass(
      architecture: architecture, rowCapacity: min(256, data.rowCount), keepsSlopes: false)
    var counter = PatternCounter(layerCount: architecture.hiddenWidths.count)
    forward.run(network, over: data, execution: execution) {
      counter.add(forward, rowCount: $0.count)
    }
    let pieces = SampledPieces(
      network, layers, of: data.drawn(pieceSampleCount, seed: seed, stream: "linear pieces"),
      execution: execution)
    return Linearity(
      layers: counter.layers, joint: counter.joint, pieceSampleCount: pieces.samples.count,
      kinkDistance: pieces.mean { $0.kinkDistance },
      relativeKinkDistance: pieces.mean { sample in
        sample.inputNorm > 0 ? sample.kinkDistance.map { $0 / sample.inputNorm } : nil
      },
      largestMapDifference: pieces.largestMapDifference)
  }

  /// The same of a model.
  ///
  /// - Throws: `LinearityError`: units that bend everywhere, features that do not fit the model.
  public static func measure(
    _ model: Model, on data: Dataset, pieceSampleCount: Int = 16, seed: Seed = Seed(1),
    execution: Execution = .default
  ) throws(LinearityError) -> Linearity {
    do throws(ModelError) {
      try model.checkFeatures(of: data)
    } catch {
      throw .model(error)
    }
    return try measure(
      model.network, on: data, pieceSampleCount: pieceSampleCount, seed: seed,
      execution: execution)
  }
}
