// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// How much of a network's code changes when its input changes a little: a disentangled code changes
/// in few of its parts.
///
/// Each sample is moved along a direction of its own, drawn evenly from all directions of the input
/// space, by ε·D, where D is the root-mean-square distance of two samples of the data:
///
///     x′ = x + ε·D·g/‖g‖,   g ~ N(0, I)
///
/// The same directions serve all sizes. Inputs may leave the range that data keep to. Networks compare
/// where their error is about equal.
///
/// *Source:* Glorot, Bordes and Bengio (2011), section 2.2, "information disentangling".
public struct Disentangling: Equatable, Sendable {
  /// ε where nothing else is asked for.
  public static let defaultSizes = [0.01, 0.03, 0.1, 0.3, 1]
  /// Samples that are drawn, at most, where nothing else is asked for.
  public static let defaultSampleCount = 1000

  /// Samples that were moved.
  public let sampleCount: Int
  /// D over all rows of the data, in units of the features.
  public let rootMeanSquareDistance: Double
  /// For each hidden layer, from the input on, one a size.
  public let layers: [[CodeChange]]

  /// Measures on rows of data, drawn where there are more; targets are not read.
  ///
  /// - Parameters:
  ///   - model: The model whose codes are measured.
  ///   - data: With the model's features.
  ///   - sizes: ε, finite numbers from 0 on.
  ///   - sampleCount: At most so many rows.
  ///   - seed: Decides rows and directions, through its streams "disentangling samples" and
  ///     "disentangling directions".
  ///   - execution: How; no result depends on it.
  /// - Throws: `ModelError` where the features do not fit the model, and for an output that is not
  ///   finite.
  /// - Complexity: A pass over the samples for each size, and one more.
  public static func measure(
    _ model: Model, on data: Dataset, sizes: [Double] = defaultSizes,
    sampleCount: Int = defaultSampleCount, seed: Seed = Seed(1), execution: Execution = .default
  ) throws(ModelError) -> Disentangling {
    let samples = data.drawn(sampleCount, seed: seed, stream: "disentangling samples")
    let pass = try CodePass(model, on: samples, execution: execution)
    let distance = FeatureMoments(data, execution: execution).rootMeanSquareDistance
    let widths = model.network.architecture.hiddenWidths
    var sums = widths.map { _ in sizes.map { _ in CodeChangeSums() } }
    var spreads = widths.map { CodeSpread(unitCount: $0) }
    let moves = InputMoves(
      samples, lengths: sizes.map { $0 * distance }, seed: seed,
      rowCapacity: pass.forward.rowCapacity,
      execution: execution)
    try pass.run { rows in
      let codes = widths.indices.map { layer in
        rows.indices.map { Array(pass.forward.code(ofLayer: layer, at: $0)) }
      }
      for layer in widths.indices { codes[layer].forEach { spreads[layer].add($0) } }
      moves.take(rows)
      for size in sizes.indices {
        let moved = moves.move(size)
        pass.forward.run(
          model.network, source: .rows(moved), rowCount: rows.count, execution: execution)
        for layer in widths.indices {
          for place in rows.indices {
            sums[layer][size].add(
              codes[layer][place], pass.forward.code(ofLayer: layer, at: place))
          }
        }
      }
    }
    return Disentangling(
      sampleCount: samples.rowCount, rootMeanSquareDistance: distance,
      layers: zip(sums, spreads).map { sums, spread in
        let distance = spread.rootMeanSquareDistance
        return zip(sums, sizes).map { $0.result(size: $1, distance: distance) }
      })
  }
}
