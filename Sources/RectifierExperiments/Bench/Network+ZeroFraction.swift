// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics

extension Network {
  /// Moves the biases of the hidden layers so that each unit is exactly zero for the wanted fraction
  /// of the rows.
  ///
  ///     b[u] = −(a[k − 1] + a[k]) / 2,   k = round(zeroFraction · rows)
  ///
  /// where a are the unit's weighted sums Σᵢ w[i, u] · x[n, i] over the rows in ascending order. No
  /// unit is favoured, and weights stay as they were drawn; layers go in order, each with the outputs
  /// of the one before.
  ///
  /// - Parameter zeroFraction: From 0 to 1. Where units' sums are all different, the fraction that
  ///   comes out differs from it by at most half a row.
  /// - Precondition: The network's units are rectifiers without sign mask.
  package mutating func setZeroFraction(
    _ zeroFraction: Double, on rows: Matrix, execution: Execution
  ) {
    var input = rows
    for layer in architecture.hiddenWidths.indices {
      let weights = parameters.weights(ofLayer: layer)
      let width = architecture.hiddenWidths[layer]
      var map = Network.affine(weights, inputCount: input.columnCount, outputCount: width)
      let sums = Predictor(map, execution: execution).predict(input)
      let biases = (0..<width).map { unit in
        Self.bias(of: sums.column(unit), zeroFraction: zeroFraction)
      }
      map.parameters.set(layer: 0, weights: weights, biases: biases)
      parameters.set(layer: layer, weights: weights, biases: biases)
      input = Predictor(map, execution: execution).predict(input)
      input.rectify()
    }
  }

  /// One layer of weights, with zero biases.
  private static func affine(
    _ weights: [Float], inputCount: Int, outputCount: Int
  ) -> Network {
    guard
      let architecture = try? Architecture(
        inputCount: inputCount, hiddenWidths: [], head: .identity(outputCount: outputCount))
    else { fatalError("zero fraction: a layer of \(inputCount) inputs, \(outputCount) outputs") }
    var network = Network(architecture, seed: Seed(0), initializer: .constant(0))
    network.parameters.set(
      layer: 0, weights: weights, biases: [Float](repeating: 0, count: outputCount))
    return network
  }

  /// The bias with which so large a fraction of the sums is not above zero.
  private static func bias(of sums: [Float], zeroFraction: Double) -> Float {
    let sorted = sums.sorted()
    let zeroCount = Int((zeroFraction * Double(sorted.count)).rounded())
    // A margin as wide as all sums together, where there is no neighbour to lie between.
    let margin = sorted[sorted.count - 1] - sorted[0] + .leastNormalMagnitude
    if zeroCount == 0 { return margin - sorted[0] }
    if zeroCount == sorted.count { return -margin - sorted[zeroCount - 1] }
    return -(sorted[zeroCount - 1] + sorted[zeroCount]) / 2
  }
}

extension Matrix {
  fileprivate func column(_ column: Int) -> [Float] {
    withUnsafePointer { values in (0..<rowCount).map { values[$0 * stride + column] } }
  }

  fileprivate mutating func rectify() {
    let count = rowCount * stride
    withUnsafeMutablePointer { values in
      for k in 0..<count where values[k] <= 0 { values[k] = 0 }
    }
  }
}
