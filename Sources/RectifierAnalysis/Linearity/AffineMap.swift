// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// y = A x + c, in `Double`.
public struct AffineMap: Equatable, Sendable {
  /// Columns of A.
  public let inputCount: Int
  /// Rows of A.
  public let outputCount: Int
  /// A, `[outputs × inputs]`.
  public let matrix: [Double]
  /// c, `[outputs]`.
  public let offset: [Double]

  /// - Precondition: As many elements as the counts say.
  init(inputCount: Int, matrix: [Double], offset: [Double]) {
    guard matrix.count == inputCount * offset.count else {
      fatalError("affine map: \(matrix.count) elements for \(offset.count) × \(inputCount)")
    }
    self.inputCount = inputCount
    outputCount = offset.count
    self.matrix = matrix
    self.offset = offset
  }

  /// A x + c, terms in input order.
  ///
  /// - Precondition: `input` has as many elements as A has columns.
  public func outputs(for input: [Double]) -> [Double] {
    guard input.count == inputCount else {
      fatalError("affine map: \(input.count) inputs, expected \(inputCount)")
    }
    return (0..<outputCount).map { output in
      zip(row(output), input).reduce(offset[output]) { $0 + $1.0 * $1.1 }
    }
  }

  /// A row of A: what an output gains with each input.
  public func row(_ output: Int) -> ArraySlice<Double> {
    matrix[output * inputCount..<(output + 1) * inputCount]
  }
}

extension AffineMap {
  /// The map of a layer's pre-activations, after this one, through the units that let something pass.
  ///
  ///     A' = W · diag(gates) · A,   c' = W · diag(gates) · c + b
  ///
  /// - Parameters:
  ///   - weights: W, `[outputs × units]`, the units being this map's outputs.
  ///   - gates: What each unit's pre-activation is multiplied by; 0 for a silent one.
  /// - Complexity: O(outputs · open gates · inputs).
  func followed(by weights: [Double], biases: [Double], gates: [Double]) -> AffineMap {
    let (inputs, units) = (inputCount, outputCount)
    let open = gates.indices.filter { gates[$0] != 0 }
    var (product, offsets) = ([Double](repeating: 0, count: biases.count * inputs), biases)
    product.withUnsafeMutableBufferPointer { product in
      matrix.withUnsafeBufferPointer { matrix in
        for output in biases.indices {
          let row = UnsafeMutableBufferPointer(
            rebasing: product[output * inputs..<(output + 1) * inputs])
          for unit in open {
            let factor = weights[output * units + unit] * gates[unit]
            offsets[output] += factor * offset[unit]
            let from = UnsafeBufferPointer(
              rebasing: matrix[unit * inputs..<(unit + 1) * inputs])
            for input in 0..<inputs { row[input] += factor * from[input] }
          }
        }
      }
    }
    return AffineMap(inputCount: inputs, matrix: product, offset: offsets)
  }
}
