// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Network {
  /// The network with its hidden units on other scales; what it computes stays.
  ///
  ///     W′[l][u, i] = W[l][u, i] · α[l][u] / α[l−1][i],   b′[l][u] = b[l][u] · α[l][u]
  ///     h′[l][u] = α[l][u] · h[l][u],   y′ = y,   α = 1 at inputs and outputs
  ///
  /// It holds because max(0, αx) = α max(0, x) for α > 0, under a sign mask too. Where every α is a
  /// power of two nothing is rounded: each term of each sum, and so each sum, is the old one times
  /// that power, and the outputs keep every bit, as long as no sum on the way leaves the range of
  /// normal `Float` numbers. Other factors round each weight once, and sums in another way.
  ///
  /// Penalties on activations and weights are not invariant, nor is the path that training takes.
  ///
  /// - Parameter factors: α, for each hidden layer one a unit.
  /// - Throws: `RescalingError`: a layer whose activation is not positively homogeneous, a weight or
  ///   bias that would overflow or lose bits at the lower end of the range.
  /// - Precondition: One factor a unit, each positive, finite and normal.
  ///
  /// *Source:* Glorot, Bordes and Bengio (2011), section 3.1, on ill-conditioning; there with one α a
  /// layer.
  public func rescalingUnits(_ factors: [[Float]]) throws(RescalingError) -> Network {
    try checkHomogeneous()
    guard factors.map(\.count) == architecture.hiddenWidths else {
      fatalError(
        "rescaling: \(factors.map(\.count)) factors for hidden layers of"
          + " \(architecture.hiddenWidths)")
    }
    for factor in factors.joined() where !(factor > 0 && factor.isNormal) {
      fatalError("rescaling: factor \(factor)")
    }
    var rescaled = parameters
    for (layer, layout) in architecture.layers.enumerated() {
      let outputs = layer < factors.count ? factors[layer].map(Double.init) : nil
      let inputs = layer > 0 ? factors[layer - 1].map(Double.init) : nil
      let name = architecture.layerName(layer)
      rescaled.set(
        layer: layer,
        weights: try Self.scaled(parameters.weights(ofLayer: layer), tensor: "\(name).weight") {
          (outputs?[$0 / layout.inputCount] ?? 1) / (inputs?[$0 % layout.inputCount] ?? 1)
        },
        biases: try Self.scaled(parameters.biases(ofLayer: layer), tensor: "\(name).bias") {
          outputs?[$0] ?? 1
        })
    }
    return Network(architecture: architecture, parameters: rescaled, signMasks: signMasks)
  }

  /// For each hidden unit the power of two that brings the norm of its incoming weights nearest to 1:
  /// into 1/√2 … √2, once the layer before has been rescaled in this way.
  ///
  ///     α[u] = 2^−round(log₂ ‖W[l][u, ·] / α[l−1]‖₂);   1 for a unit without weights
  ///
  /// - Throws: `RescalingError.notHomogeneous`.
  public func unitNormFactors() throws(RescalingError) -> [[Float]] {
    try checkHomogeneous()
    var factors: [[Float]] = []
    for (layer, width) in architecture.hiddenWidths.enumerated() {
      let inputCount = architecture.widths[layer]
      let weights = parameters.weights(ofLayer: layer)
      let inputs = factors.last
      factors.append(
        (0..<width).map { unit in
          let square = (0..<inputCount).reduce(0.0) { sum, input in
            let weight = Double(weights[unit * inputCount + input]) / Double(inputs?[input] ?? 1)
            return sum + weight * weight
          }
          return Self.powerOfTwo(nearestToInverseOf: square.squareRoot())
        })
    }
    return factors
  }

  /// ‖w‖₂ of each unit's incoming weights, of a hidden layer or of the output, in `Double`.
  public func unitNorms(ofLayer layer: Int) -> [Double] {
    let layout = architecture.layers[layer]
    let weights = parameters.weights(ofLayer: layer)
    return (0..<layout.outputCount).map { unit in
      weights[unit * layout.inputCount..<(unit + 1) * layout.inputCount].reduce(0.0) {
        $0 + Double($1) * Double($1)
      }.squareRoot()
    }
  }

  private static func powerOfTwo(nearestToInverseOf norm: Double) -> Float {
    guard norm > 0 else { return 1 }
    let exponent = Int(norm.exponent) + (norm.significand * norm.significand < 2 ? 0 : 1)
    let range = Float.leastNormalMagnitude.exponent...Float.greatestFiniteMagnitude.exponent
    return Float(
      sign: .plus, exponent: min(max(-exponent, range.lowerBound), range.upperBound),
      significand: 1)
  }

  /// Rounds once; exactly, where the factor is a power of two.
  private static func scaled(
    _ values: [Float], tensor: String, by factor: (Int) -> Double
  ) throws(RescalingError) -> [Float] {
    var scaled = values
    for (element, value) in values.enumerated() where value != 0 {
      let factor = factor(element)
      scaled[element] = Float(Double(value) * factor)
      guard scaled[element].isNormal else {
        throw .outOfRange(tensor: tensor, element: element, value: value, factor: factor)
      }
    }
    return scaled
  }

  private func checkHomogeneous() throws(RescalingError) {
    for (layer, activation) in architecture.activations.enumerated()
    where !activation.isPositivelyHomogeneous {
      throw .notHomogeneous(layer: architecture.layerName(layer), activation: activation)
    }
  }
}
