// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

@Suite struct PredictorTests {
  static func architecture(
    _ widths: [Int], _ activation: Activation = .rectifier, hasSignMask: Bool = false,
    head: OutputHead = .softmax(classCount: 5)
  ) throws -> Architecture {
    try Architecture(
      inputCount: widths[0], hiddenWidths: Array(widths[1...]), activations: [activation],
      hasSignMask: hasSignMask, head: head)
  }

  static func batch(_ rowCount: Int, _ columnCount: Int, zeroFraction: Float = 0.4) -> Matrix {
    var stream = Seed(8).stream("batch")
    return stream.rows(rowCount, columnCount, zeroFraction: zeroFraction)
  }

  /// Errors in units in the last place of the largest term, against sums of up to 150 terms in
  /// three layers; a link has an error of its own, of up to 2.07.
  @Test(arguments: ActivationTests.all, OutputHead.all(outputCount: 5))
  func predictionsAgreeWithDoubles(activation: Activation, head: OutputHead) throws {
    for hasSignMask in [false, true] {
      let network = Network.drawn(
        try Self.architecture([23, 150, 18], activation, hasSignMask: hasSignMask, head: head))
      let batch = Self.batch(4, 23)
      let oracle = DoubleNetwork(network)
      for set in InstructionSet.available {
        let execution = Execution(threadCount: 1, instructionSet: set)
        let result = Predictor(network, execution: execution).predict(batch)
        for (row, values) in batch.doubleRows.enumerated() {
          let trace = oracle.trace(values)
          for o in 0..<head.outputCount {
            let ulps = result[row, o].ulps(
              from: trace.inputs.last![o], measure: trace.inputMagnitudes.last![o])
            #expect(ulps <= (head.link == nil || head.link == .identity ? 1 : 2.07))
          }
        }
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func probabilitiesSumToOne(set: InstructionSet) throws {
    for classCount in [2, 15, 16, 17, 130] {
      let network = Network.drawn(
        try Self.architecture([9, 12], head: .softmax(classCount: classCount)))
      let execution = Execution(threadCount: 1, instructionSet: set)
      let result = Predictor(network, execution: execution).predict(Self.batch(3, 9))
      for row in 0..<3 {
        let values = result.row(row)
        #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
        #expect(abs(values.map(Double.init).reduce(0, +) - 1) < 1e-6)
      }
      result.withUnsafePointer { rows in
        for row in 0..<3 {
          let padding = classCount..<result.stride
          #expect(padding.allSatisfy { rows[row * result.stride + $0].bitPattern == 0 })
        }
      }
    }
  }

  @Test func farLogitsDoNotOverflow() throws {
    let architecture = try Self.architecture([1], head: .softmax(classCount: 3))
    let tensors = [
      NamedTensor(name: "output.weight", shape: [3, 1], values: [3e38, -3e38, 1]),
      NamedTensor(name: "output.bias", shape: [3], values: [0, 0, 0]),
    ]
    let network = try Network(architecture, tensors: tensors)
    for set in InstructionSet.available {
      let predictor = Predictor(network, execution: Execution(threadCount: 1, instructionSet: set))
      let result = predictor.predict(Matrix(rows: [[1], [-1], [0]]))
      #expect(result.row(0) == [1, 0, 0] && result.row(1) == [0, 1, 0])
      #expect(result.row(2).allSatisfy { abs($0 - 1 / 3.0) < 1e-7 })
    }
  }

  @Test func aNetworkWithoutHiddenLayersIsLinear() throws {
    let architecture = try Self.architecture([3], head: .identity(outputCount: 2))
    let tensors = [
      NamedTensor(name: "output.weight", shape: [2, 3], values: [1, 2, 3, -1, 0, 0.5]),
      NamedTensor(name: "output.bias", shape: [2], values: [10, -10]),
    ]
    let network = try Network(architecture, tensors: tensors)
    let result = Predictor(network).predict(Matrix(rows: [[1, 1, 1], [2, 0, -4]]))
    #expect(result == Matrix(rows: [[16, -10.5], [0, -14]]))
  }

  @Test func anEmptyBatchGivesAnEmptyResult() throws {
    let predictor = Predictor(Network.drawn(try Self.architecture([4, 6])))
    let result = predictor.predict(Matrix(rowCount: 0, columnCount: 4))
    #expect(result.rowCount == 0 && result.columnCount == 5)
  }

  @Test func theBatchIsNotChanged() throws {
    let predictor = Predictor(Network.drawn(try Self.architecture([20, 30])))
    let batch = Self.batch(3, 20)
    let before = batch.bits
    _ = predictor.predict(batch)
    #expect(batch.bits == before)
  }
}
