// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

/// What must not show in a prediction, down to the last bit.
@Suite struct PredictorInvarianceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let widths: [Int]
    var activation = Activation.rectifier
    var hasSignMask = false
    var head = OutputHead.softmax(classCount: 5)
    var zeroFraction: Float = 0.4
    var testDescription: String { "\(widths) \(activation) \(head) \(zeroFraction)" }

    func network() throws -> Network {
      Network.drawn(
        try PredictorTests.architecture(widths, activation, hasSignMask: hasSignMask, head: head))
    }
  }

  static let cases =
    [
      Case(widths: [1]), Case(widths: [16], head: .identity(outputCount: 130)),
      Case(widths: [1, 1]), Case(widths: [15, 16]), Case(widths: [17, 127], hasSignMask: true),
      Case(widths: [129, 128, 129], zeroFraction: 0.9), Case(widths: [300, 260], zeroFraction: 1),
      Case(widths: [520, 33], zeroFraction: 0), Case(widths: [270, 17], zeroFraction: 0.7),
    ]
    + OutputHead.all(outputCount: 17).map { Case(widths: [40, 20], head: $0) }
    + ActivationTests.all.map {
      Case(
        widths: [31, 140, 20], activation: $0, hasSignMask: true, head: .identity(outputCount: 3))
    }

  static let executions = InstructionSet.available.flatMap { set in
    Execution.Kernels.allCases.flatMap { kernels in
      [1, 2, 3].map { Execution(threadCount: $0, instructionSet: set, kernels: kernels) }
    }
  }

  static let plain = Execution(threadCount: 1, instructionSet: .portable, kernels: .dense)

  @Test(arguments: cases)
  func threadsSetsAndKernels(_ example: Case) throws {
    let network = try example.network()
    let batch = PredictorTests.batch(7, example.widths[0], zeroFraction: example.zeroFraction)
    let expected = Predictor(network, execution: Self.plain).predict(batch).bits
    for execution in Self.executions {
      #expect(Predictor(network, execution: execution).predict(batch).bits == expected)
    }
  }

  @Test(arguments: cases)
  func aRowAloneOrInABatch(_ example: Case) throws {
    let network = try example.network()
    let batch = PredictorTests.batch(7, example.widths[0], zeroFraction: example.zeroFraction)
    for set in InstructionSet.available {
      let predictor = Predictor(network, execution: Execution(threadCount: 2, instructionSet: set))
      let together = predictor.predict(batch)
      for row in 0..<7 {
        let alone = predictor.predict(Matrix(rows: [batch.row(row)]))
        #expect(alone.bits == together.row(row).map(\.bitPattern))
      }
    }
  }

  /// −0, denormals and products that underflow: as inputs, as weights, as biases.
  @Test(arguments: [false, true])
  func tinyNumbers(hasSignMask: Bool) throws {
    let architecture = try PredictorTests.architecture(
      [64, 40], hasSignMask: hasSignMask, head: .identity(outputCount: 20))
    var stream = Seed(12).stream("tiny")
    let values: [Float] = [
      0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude,
      -.leastNormalMagnitude, 1e-20, -1e-20, 3e-38, -3e-38, 1e-37, -1e-37, 1e-19, -1e-19,
    ]
    func draw(_ count: Int) -> [Float] {
      (0..<count).map { _ in values[stream.integer(below: values.count)] }
    }
    let tensors = Network(architecture, seed: Seed(1)).tensors().map { tensor in
      tensor.name.hasSuffix("sign")
        ? tensor
        : NamedTensor(name: tensor.name, shape: tensor.shape, values: draw(tensor.values.count))
    }
    let network = try Network(architecture, tensors: tensors)
    let batch = Matrix(rows: (0..<9).map { _ in draw(64) })
    let expected = Predictor(network, execution: Self.plain).predict(batch).bits
    #expect(expected.contains { $0 != 0 } && !expected.contains(0x8000_0000))
    for execution in Self.executions {
      #expect(Predictor(network, execution: execution).predict(batch).bits == expected)
    }
    let singles = (0..<9).flatMap { row in
      Predictor(network, execution: Self.plain).predict(Matrix(rows: [batch.row(row)])).bits
    }
    #expect(singles == expected)
  }
}
