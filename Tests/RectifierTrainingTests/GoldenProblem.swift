// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// The network, batch and targets of Golden/make_gradients.py: fractions that Float holds.
enum GoldenProblem {
  static let widths = [2, 3, 2, 2]
  static let rowCount = 3

  static func problem(activation: String, head: String) throws -> GradientProblem {
    let head = OutputHead.all(outputCount: widths[3]).first { $0.name == head }!
    let architecture = try Architecture(
      inputCount: widths[0], hiddenWidths: Array(widths[1...2]),
      activations: [Activation(parsing: activation)], hasSignMask: true,
      head: head)
    let rows = Matrix(rowCount: rowCount, columnCount: widths[0]) { n, i in
      (43 * n + 71 * i + 11, 67, 33, 32)
    }
    return GradientProblem(
      network: try Network(architecture, tensors: tensors(architecture)),
      batch: rows,
      targets: targets(head),
      activationL1: [1 / 16, 2 / 16])
  }

  private static func targets(_ head: OutputHead) -> Dataset.Targets {
    if case .softmax = head { return .classes((0..<rowCount).map { Int32($0 % widths[3]) }) }
    return .reals(
      Matrix(rowCount: rowCount, columnCount: widths[3]) { n, o in
        if case .logistic = head { return (19 * n + 23 * o, 17, 0, 16) }
        return (19 * n + 23 * o, 41, 20, 16)
      })
  }

  private static func tensors(_ architecture: Architecture) -> [NamedTensor] {
    architecture.tensorShapes.map { name, shape in
      let layer = name.hasPrefix("hidden.") ? name.hasPrefix("hidden.0") ? 0 : 1 : 2
      let values: [Float]
      if name.hasSuffix("sign") {
        values = (0..<shape[0]).map { ($0 + layer) % 2 == 0 ? 1 : -1 }
      } else if name.hasSuffix("bias") {
        values = (0..<shape[0]).map { o in fraction((29 * o + 13 * layer + 7, 31, 15, 64)) }
      } else {
        values = (0..<shape[0] * shape[1]).map { k in
          let (o, i) = (k / shape[1], k % shape[1])
          return fraction((37 * o + 61 * i + 17 * layer + 9, 97, 48, 32))
        }
      }
      return NamedTensor(name: name, shape: shape, values: values)
    }
  }
}

/// (number mod modulus − offset) / divisor.
private typealias Fraction = (number: Int, modulus: Int, offset: Int, divisor: Int)

private func fraction(_ parts: Fraction) -> Float {
  Float(parts.number % parts.modulus - parts.offset) / Float(parts.divisor)
}

extension Matrix {
  fileprivate init(rowCount: Int, columnCount: Int, _ element: (Int, Int) -> Fraction) {
    self.init(rowCount: rowCount, columnCount: columnCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount { self[row, column] = fraction(element(row, column)) }
    }
  }
}
