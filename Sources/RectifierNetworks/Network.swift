// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// An architecture with its parameters, and its sign masks where it has them.
///
///     h[l] = s[l] ⊙ f(W[l] h[l−1] + b[l]),   y = W[out] h[last] + b[out]
///
/// *Source:* Glorot, Bordes and Bengio (2011), section 3.
public struct Network: Sendable {
  /// Its shape.
  public let architecture: Architecture
  /// Its weights and biases.
  public package(set) var parameters: Parameters
  /// For each hidden layer +1 or −1 a unit; empty without a sign mask.
  public let signMasks: [[Float]]
  /// The same, padded for the kernels.
  package let paddedSigns: [AlignedBuffer<Float>]

  /// A network with drawn weights, zero biases and, where the architecture has sign masks, +1 or −1
  /// for each unit with equal probability.
  public init(
    _ architecture: Architecture, seed: Seed, initializer: Initializer = .glorotUniform
  ) {
    var parameters = Parameters(zerosFor: architecture)
    var stream = seed.stream("initialization")
    for (index, layer) in architecture.layers.enumerated() {
      let weights = initializer.weights(
        inputCount: layer.inputCount, outputCount: layer.outputCount, from: &stream)
      let biases = [Float](repeating: 0, count: layer.outputCount)
      parameters.set(layer: index, weights: weights, biases: biases)
    }
    var signs = seed.stream("sign mask")
    let masks =
      architecture.hasSignMask
      ? architecture.hiddenWidths.map { width in
        (0..<width).map { _ in Float(signs.nextWord() & 1 == 0 ? 1 : -1) }
      } : []
    self.init(architecture: architecture, parameters: parameters, signMasks: masks)
  }

  package init(architecture: Architecture, parameters: Parameters, signMasks: [[Float]]) {
    self.architecture = architecture
    self.parameters = parameters
    self.signMasks = signMasks
    paddedSigns = signMasks.map { mask in
      let padded = AlignedBuffer<Float>(count: PanelLayout.padded(mask.count))
      for unit in 0..<padded.count { padded.pointer[unit] = unit < mask.count ? mask[unit] : 1 }
      return padded
    }
  }
}

extension Network: Equatable {
  /// Equal architectures, parameters and sign masks.
  public static func == (a: Network, b: Network) -> Bool {
    a.architecture == b.architecture && a.parameters == b.parameters && a.signMasks == b.signMasks
  }
}
