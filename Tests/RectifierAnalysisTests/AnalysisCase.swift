// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// The network and rows of Golden/make_analysis.py, and hand-made models.
enum AnalysisCase {
  static let widths = [6, 8, 5, 3]
  static let rowCount = 40
  static let labels = ["a", "b", "c"]
  static let activations = ["rectifier", "softplus", "tanh", "logistic"]

  static func data() throws -> Dataset {
    var rows = Matrix(rowCount: rowCount, columnCount: widths[0])
    for n in 0..<rowCount {
      for i in 0..<widths[0] { rows[n, i] = fraction(43 * n + 71 * i + 11, 67, 33, 32) }
    }
    return try Dataset(
      name: "golden", features: .floats(rows),
      targets: .classes((0..<rowCount).map { Int32($0 % labels.count) }), labels: labels)
  }

  static func model(_ activation: String = "rectifier") throws -> Model {
    let architecture = try Architecture(
      inputCount: widths[0], hiddenWidths: Array(widths[1...2]),
      activations: [Activation(parsing: activation)], hasSignMask: true,
      head: .softmax(classCount: widths[3]))
    let tensors = architecture.tensorShapes.map { name, shape in
      let layer = name.hasPrefix("hidden.0") ? 0 : name.hasPrefix("hidden.1") ? 1 : 2
      let values: [Float]
      if name.hasSuffix("sign") {
        values = (0..<shape[0]).map { ($0 + layer) % 2 == 0 ? 1 : -1 }
      } else if name.hasSuffix("bias") {
        values = (0..<shape[0]).map { fraction(29 * $0 + 13 * layer + 7, 31, 15, 64) }
      } else {
        values = (0..<shape[0] * shape[1]).map { k in
          let (o, i) = (k / shape[1], k % shape[1])
          return fraction(37 * o + 61 * i + 17 * layer + 9, 97, 48, 32)
        }
      }
      return NamedTensor(name: name, shape: shape, values: values)
    }
    return model(try Network(architecture, tensors: tensors), labels: labels)
  }

  static func model(_ network: Network, labels: [String]) -> Model {
    let facts = DataFacts(rowCount: rowCount, checksum: "crc32:00000000")
    return Model(
      network: network, preprocessing: Preprocessing(divisor: 1), imageShape: nil, labels: labels,
      facts: TrainingFacts(
        options: TrainingOptions(
          activationL1: network.architecture.hiddenWidths.map { _ in 0 }),
        training: facts, validation: facts, epoch: 0, validationErrorRate: nil,
        validationLoss: nil, zeroFraction: [], deadUnitCount: []))
  }

  /// A model of one hidden layer whose weights, `[outputs × inputs]`, are given; biases are 0.
  static func model(
    hidden: [[Float]], output: [[Float]], activation: Activation = .rectifier,
    hiddenBiases: [Float]? = nil, outputBiases: [Float]? = nil
  ) throws -> Model {
    let architecture = try Architecture(
      inputCount: hidden[0].count, hiddenWidths: [hidden.count], activations: [activation],
      head: .softmax(classCount: output.count))
    let network = try Network(
      architecture,
      tensors: [
        NamedTensor(
          name: "hidden.0.weight", shape: [hidden.count, hidden[0].count],
          values: hidden.flatMap { $0 }),
        NamedTensor(
          name: "hidden.0.bias", shape: [hidden.count],
          values: hiddenBiases ?? hidden.map { _ in 0 }),
        NamedTensor(
          name: "output.weight", shape: [output.count, hidden.count],
          values: output.flatMap { $0 }),
        NamedTensor(
          name: "output.bias", shape: [output.count],
          values: outputBiases ?? output.map { _ in 0 }),
      ])
    return model(network, labels: output.indices.map { "\($0)" })
  }

  private static func fraction(_ number: Int, _ modulus: Int, _ offset: Int, _ divisor: Int)
    -> Float
  {
    Float(number % modulus - offset) / Float(divisor)
  }
}

extension Estimate {
  /// Whether value and interval are those of a golden list: the value, and both ends.
  func isNear(_ golden: [Double], tolerance: Double = 1e-5) -> Bool {
    guard golden.count == 3, let interval95 else { return false }
    return [value, interval95.lowerBound, interval95.upperBound].isNear(golden, tolerance)
  }
}

extension [Double] {
  func isNear(_ golden: [Double], _ tolerance: Double = 1e-5) -> Bool {
    count == golden.count && zip(self, golden).allSatisfy { abs($0 - $1) <= tolerance }
  }
}
