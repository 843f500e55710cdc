// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Whether a code is distributed: how accuracy falls when units are silenced or noise is added, and over
/// how many units the activation for a class is spread.
///
/// Silencing sets the outputs of a fraction of a layer's units, drawn evenly, to 0 for all samples.
/// Noise adds σ·r·N(0, 1) to every output of a layer, r being the root mean square of the layer's
/// outputs over the data. Accuracies are means over draws, with Student's interval over draws: they
/// are about these samples, not about others.
///
/// *Source:* Glorot, Bordes and Bengio (2011), section 2.2, "distributed but sparse".
public struct Robustness: Equatable, Sendable {
  /// Fractions of units to silence where nothing else is asked for.
  public static let defaultFractions = [0.1, 0.2, 0.3, 0.5, 0.7, 0.9]
  /// σ where nothing else is asked for.
  public static let defaultNoises = [0.1, 0.3, 1, 3]
  /// Draws of units, and of noise, where nothing else is asked for.
  public static let defaultDrawCount = 10
  /// Samples that are drawn, at most, where nothing else is asked for.
  public static let defaultSampleCount = 1000

  /// Samples that were predicted.
  public let sampleCount: Int
  /// Draws of each disturbance.
  public let drawCount: Int
  /// Right predictions of the network as it is, 0…1, with Wilson's interval over samples.
  public let accuracy: Estimate
  /// For each hidden layer, from the input on, the accuracies with fractions of its units silenced.
  public let silencedLayers: [[DisturbedAccuracy]]
  /// The accuracies with that fraction of the units of every hidden layer silenced.
  public let silencedThroughout: [DisturbedAccuracy]
  /// For each hidden layer, the accuracies with noise added to its outputs.
  public let noisyLayers: [[DisturbedAccuracy]]
  /// The accuracies with noise added to the outputs of every hidden layer.
  public let noisyThroughout: [DisturbedAccuracy]
  /// For each hidden layer, how its activation is spread for a class, over all rows of the data.
  public let participation: [ClassParticipation]

  /// Measures on rows of data, drawn where there are more.
  ///
  /// - Parameters:
  ///   - model: The model whose codes are measured.
  ///   - data: With the model's features.
  ///   - fractions: Of units to silence, 0…1; the number of units is rounded to the nearest.
  ///   - noises: σ, finite numbers from 0 on.
  ///   - drawCount: Draws of each disturbance.
  ///   - sampleCount: At most so many rows.
  ///   - seed: Decides rows, units and noise: rows through its stream "robustness samples", units and
  ///     noise through a seed for each draw, derived from it by "robustness".
  ///   - execution: How; no result depends on it.
  /// - Returns: Nil where targets are no classes, or the model predicts none.
  /// - Throws: `ModelError` where the data do not fit the model, and for an output that is not finite.
  /// - Precondition: At least one draw.
  /// - Complexity: (hidden layers + 1) · (fractions + noises) · draws passes over the samples.
  public static func measure(
    _ model: Model, on data: Dataset, fractions: [Double] = defaultFractions,
    noises: [Double] = defaultNoises, drawCount: Int = defaultDrawCount,
    sampleCount: Int = defaultSampleCount, seed: Seed = Seed(1), execution: Execution = .default
  ) throws(ModelError) -> Robustness? {
    guard drawCount > 0 else { fatalError("robustness: \(drawCount) draws") }
    guard let classes = try model.trueClasses(of: data) else { return nil }
    let activations = try ClassActivations.measure(
      model, on: data, classes: classes, execution: execution)
    let samples = data.drawn(sampleCount, seed: seed, stream: "robustness samples")
    let runs = DisturbedRuns(
      network: model.network, data: samples, classes: try model.trueClasses(of: samples)!,
      drawCount: drawCount, seed: seed, execution: execution)
    let layers = Array(model.network.architecture.hiddenWidths.indices)
    let silencings = fractions.map { Disturbance.silencing(fraction: $0) }
    let additions = noises.map {
      Disturbance.noise(level: $0, rootMeanSquares: activations.rootMeanSquares)
    }
    return Robustness(
      sampleCount: samples.rowCount, drawCount: drawCount,
      accuracy: Estimate(runs.undisturbed()),
      silencedLayers: layers.map { runs.accuracies(silencings, layers: [$0]) },
      silencedThroughout: runs.accuracies(silencings, layers: layers),
      noisyLayers: layers.map { runs.accuracies(additions, layers: [$0]) },
      noisyThroughout: runs.accuracies(additions, layers: layers),
      participation: activations.participation)
  }
}
