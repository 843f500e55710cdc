// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

extension Network {
  /// The same weights with other biases, for which each hidden unit is exactly zero for the wanted
  /// fraction of the rows.
  ///
  ///     b[u] = −(a[k − 1] + a[k]) / 2,   k = round(zeroFraction · rows)
  ///
  /// where a are the unit's weighted sums Σᵢ w[i, u] · x[n, i] over the rows in ascending order.
  /// Layers go in order, each with the outputs of the one before.
  func withZeroFraction(_ zeroFraction: Double, on rows: Matrix) throws -> Network {
    var tensors = tensors()
    var input = rows
    for (layer, width) in architecture.hiddenWidths.enumerated() {
      let (weights, biases) = (2 * layer, 2 * layer + 1)
      let sums = try tensors[weights].product(with: input)
      tensors[biases] = NamedTensor(
        name: tensors[biases].name, shape: [width],
        values: sums.columns.map { $0.bias(zeroFraction: zeroFraction) })
      input = sums.rectified(biases: tensors[biases].values)
    }
    return try Network(architecture, tensors: tensors)
  }
}

extension NamedTensor {
  /// The product of each row with these weights, `[outputs × inputs]`.
  fileprivate func product(with rows: Matrix) throws -> Matrix {
    let layer = try Architecture(
      inputCount: shape[1], hiddenWidths: [], head: .identity(outputCount: shape[0]))
    let zeros = [Float](repeating: 0, count: shape[0])
    let network = try Network(
      layer,
      tensors: [
        NamedTensor(name: "output.weight", shape: shape, values: values),
        NamedTensor(name: "output.bias", shape: [shape[0]], values: zeros),
      ])
    return Predictor(network).predict(rows)
  }
}

extension Matrix {
  fileprivate var columns: [[Float]] {
    withUnsafePointer { values in
      (0..<columnCount).map { column in (0..<rowCount).map { values[$0 * stride + column] } }
    }
  }

  /// max(0, a + b), column by column.
  fileprivate func rectified(biases: [Float]) -> Matrix {
    var result = self
    result.withUnsafeMutablePointer { values in
      for row in 0..<rowCount {
        for column in 0..<columnCount {
          values[row * stride + column] = max(0, values[row * stride + column] + biases[column])
        }
      }
    }
    return result
  }
}

extension [Float] {
  /// The bias with which so large a fraction of these sums is not above zero.
  fileprivate func bias(zeroFraction: Double) -> Float {
    let sums = sorted()
    let zeroCount = Int((zeroFraction * Double(count)).rounded())
    // A margin as wide as all sums together, where there is no neighbour to lie between.
    let margin = sums[count - 1] - sums[0] + .leastNormalMagnitude
    if zeroCount == 0 { return margin - sums[0] }
    if zeroCount == count { return -margin - sums[count - 1] }
    return -(sums[zeroCount - 1] + sums[zeroCount]) / 2
  }
}
