// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// The layers of a network whose hidden units are rectifiers or linear, in `Double`.
struct PiecewiseLinearLayers {
  private let architecture: Architecture
  /// `[outputs × inputs]`, one a weight layer.
  private let weights: [[Double]]
  private let biases: [[Double]]
  private let signMasks: [[Float]]

  /// - Throws: `LinearityError.notPiecewiseLinear`.
  init(_ network: Network) throws(LinearityError) {
    architecture = network.architecture
    for (layer, activation) in architecture.activations.enumerated()
    where !activation.isPositivelyHomogeneous {
      throw .notPiecewiseLinear(layer: architecture.layerName(layer), activation: activation)
    }
    let layers = architecture.layers.indices
    weights = layers.map { network.parameters.weights(ofLayer: $0).map(Double.init) }
    biases = layers.map { network.parameters.biases(ofLayer: $0).map(Double.init) }
    signMasks = network.signMasks
  }

  /// The active units of a row of a pass.
  func activePath(_ forward: ForwardPass, row: Int) -> [[Int]] {
    architecture.hiddenWidths.enumerated().map { layer, width in
      if architecture.activations[layer] == .identity { return Array(0..<width) }
      let outputs = forward.outputs[layer].pointer + row * architecture.layers[layer].biasCount
      return (0..<width).filter { outputs[$0] != 0 }
    }
  }

  /// The piece of an input whose active units are known.
  func piece(at input: [Double], path: [[Int]]) -> LinearPiece {
    var map = AffineMap(inputCount: input.count, matrix: weights[0], offset: biases[0])
    var nearest: LinearPiece.Kink?
    for (layer, active) in path.enumerated() {
      if architecture.activations[layer] == .rectifier,
        let kink = nearestKink(map, at: input, layer: layer),
        kink.distance < nearest?.distance ?? .infinity
      {
        nearest = kink
      }
      var gates = [Double](repeating: 0, count: map.outputCount)
      for unit in active {
        gates[unit] = signMasks.isEmpty ? 1 : Double(signMasks[layer][unit])
      }
      map = map.followed(by: weights[layer + 1], biases: biases[layer + 1], gates: gates)
    }
    return LinearPiece(activePath: path, map: map, nearestKink: nearest)
  }

  /// The nearest hyperplane on which a pre-activation is 0; nil where none depends on the input.
  private func nearestKink(
    _ preActivations: AffineMap, at input: [Double], layer: Int
  ) -> LinearPiece.Kink? {
    let values = preActivations.outputs(for: input)
    var nearest: LinearPiece.Kink?
    for (unit, value) in values.enumerated() {
      let slope = preActivations.row(unit).reduce(0) { $0 + $1 * $1 }.squareRoot()
      let distance = abs(value) / slope
      guard slope > 0, distance < nearest?.distance ?? .infinity else { continue }
      nearest = LinearPiece.Kink(distance: distance, layer: layer, unit: unit)
    }
    return nearest
  }
}
