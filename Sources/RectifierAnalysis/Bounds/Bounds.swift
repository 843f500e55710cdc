// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// How large activations and weights of a network are at given parameters.
///
/// A rectifier has no upper bound, so that nothing but training keeps its activations small; a
/// penalty on them (L1) is one way to. Those of tanh and logistic units end at 1.
///
/// *Source:* Glorot, Bordes and Bengio (2011), section 3.1, on potential numerical problems of
/// unbounded activations.
public struct Bounds: Equatable, Sendable {
  /// A weight layer: a hidden layer, or the output.
  public struct Layer: Equatable, Sendable {
    /// What files call it: `hidden.0`, …, `output`.
    public let name: String
    /// The largest |h| over all units and samples; of the output, the largest |y| before its link. NaN
    /// where one of them is.
    public let largestActivation: Float
    /// √(mean h²) over units and samples.
    public let rootMeanSquareActivation: Double
    /// The mean over samples of ‖h‖₂, with Student's interval over samples.
    public let activationNorm: Estimate
    /// √Σw²: Frobenius's norm of the weights.
    public let weightNorm: Double
    /// The largest √Σᵢw² of a unit's incoming weights.
    public let largestRowNorm: Double
    /// The largest |w|.
    public let largestWeight: Float
    /// The largest |b|.
    public let largestBias: Float
  }

  /// Samples that were shown.
  public let sampleCount: Int
  /// Every weight layer, the first hidden one first.
  public let layers: [Layer]
}

extension Bounds {
  /// Measures a network on all rows of data; targets are not read.
  ///
  /// - Precondition: The features are the network's inputs.
  /// - Complexity: One pass over the data; a number for each row and layer is held.
  public static func measure(
    _ network: Network, on data: Dataset, execution: Execution = .default
  ) -> Bounds {
    let architecture = network.architecture
    guard data.featureCount == architecture.inputCount else {
      fatalError("bounds: \(data.featureCount) features for a network of \(architecture.widths)")
    }
    let forward = ForwardPass(
      architecture: architecture, rowCapacity: min(256, data.rowCount), keepsSlopes: false)
    var magnitudes = architecture.layers.map { _ in ActivationMagnitudes() }
    forward.run(network, over: data, execution: execution) { rows in
      for (layer, layout) in architecture.layers.enumerated() {
        for row in rows.indices {
          magnitudes[layer].add(
            UnsafeBufferPointer(
              start: forward.outputs[layer].pointer + row * layout.biasCount,
              count: layout.outputCount))
        }
      }
    }
    return Bounds(
      sampleCount: data.rowCount,
      layers: magnitudes.enumerated().map { Layer(network, layer: $0.offset, $0.element) })
  }

  /// The same of a model.
  ///
  /// - Throws: `ModelError` where the features do not fit it.
  public static func measure(
    _ model: Model, on data: Dataset, execution: Execution = .default
  ) throws(ModelError) -> Bounds {
    try model.checkFeatures(of: data)
    return measure(model.network, on: data, execution: execution)
  }
}

extension Bounds.Layer {
  fileprivate init(_ network: Network, layer: Int, _ magnitudes: ActivationMagnitudes) {
    let layout = network.architecture.layers[layer]
    let weights = network.parameters.weights(ofLayer: layer)
    let squares = magnitudes.norms.reduce(0) { $0 + $1 * $1 }
    let valueCount = Double(magnitudes.norms.count * layout.outputCount)
    name = network.architecture.layerName(layer)
    largestActivation = magnitudes.largest
    rootMeanSquareActivation = (squares / valueCount).squareRoot()
    activationNorm = SampleMoments(magnitudes.norms)!.estimate
    weightNorm = weights.euclideanNorm
    largestRowNorm = network.unitNorms(ofLayer: layer).max()!
    largestWeight = weights.largestMagnitude
    largestBias = network.parameters.biases(ofLayer: layer).largestMagnitude
  }
}

/// How large the outputs of a layer are, sample for sample.
private struct ActivationMagnitudes {
  private(set) var largest: Float = 0
  /// ‖h‖₂ of each sample.
  private(set) var norms: [Double] = []

  mutating func add(_ activations: UnsafeBufferPointer<Float>) {
    let magnitude = activations.largestMagnitude
    if !largest.isNaN, !(magnitude <= largest) { largest = magnitude }
    norms.append(activations.euclideanNorm)
  }
}

extension Sequence<Float> {
  /// The largest |x|; NaN where one is, 0 for none.
  fileprivate var largestMagnitude: Float {
    reduce(0) { largest, value in
      largest.isNaN || abs(value) <= largest ? largest : abs(value)
    }
  }
}
