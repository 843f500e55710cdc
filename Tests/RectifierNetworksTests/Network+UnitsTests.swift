// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

@Suite struct NetworkUnitsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let widths: [Int]
    let silent: [[Int]]
    var activation = Activation.rectifier
    var hasSignMask = true
    var head = OutputHead.identity(outputCount: 19)
    var testDescription: String { "\(widths) \(activation) \(head) \(silent.map(\.count))" }

    func network() throws -> Network {
      let whole = Network.drawn(
        try PredictorTests.architecture(widths, activation, hasSignMask: hasSignMask, head: head))
      return whole.silencing(silent)
    }
  }

  /// Units at the ends of tiles and panels, whole tiles, all but one.
  static let cases =
    [
      Case(widths: [20, 3], silent: [[1]]), Case(widths: [20, 33], silent: [[0, 15, 16, 31, 32]]),
      Case(widths: [20, 40, 18], silent: [Array(0..<24), []], hasSignMask: false),
      Case(widths: [300, 150, 140], silent: [[127, 128, 149], Array(1..<140)]),
    ]
    + OutputHead.all(outputCount: 5).map {
      Case(widths: [31, 40, 20], silent: [[3, 17, 39], [0, 19]], head: $0)
    }
    + ActivationTests.all.map {
      Case(widths: [31, 40, 20], silent: [[3, 17, 39], [0, 19]], activation: $0)
    }

  @Test(arguments: cases)
  func withoutSilentUnitsNoBitChanges(_ example: Case) throws {
    let whole = try example.network()
    let smaller = whole.removingUnits(example.silent.map { $0.reversed() })
    let widths = zip(example.widths.dropFirst(), example.silent).map { $0 - $1.count }
    #expect(smaller.architecture.hiddenWidths == widths)
    let batch = PredictorTests.batch(9, example.widths[0])
    let plain = PredictorInvarianceTests.plain
    let expected = Predictor(whole, execution: plain).predict(batch).bits
    #expect(Set(expected).count > 9)
    for execution in PredictorInvarianceTests.executions {
      #expect(Predictor(smaller, execution: execution).predict(batch).bits == expected)
    }
  }

  /// A sum of nothing but 0·w and a bias of −0 ends as +0, with the silent units and without.
  @Test func sumsOfZerosKeepTheirSign() throws {
    let architecture = try PredictorTests.architecture([2, 3], head: .identity(outputCount: 2))
    let network = try Network(
      architecture,
      tensors: [
        NamedTensor(name: "hidden.0.weight", shape: [3, 2], values: [1, 0, 0, 1, 0, 0]),
        NamedTensor(name: "hidden.0.bias", shape: [3], values: [0, -9, -9]),
        NamedTensor(name: "output.weight", shape: [2, 3], values: [1, -5, 6, -1, 7, -8]),
        NamedTensor(name: "output.bias", shape: [2], values: [-0.0, -0.0]),
      ])
    let batch = Matrix(rows: [[0, 0], [-3, 2], [4, 1]])
    for execution in PredictorInvarianceTests.executions {
      for network in [network, network.removingUnits([[1, 2]])] {
        let bits = Predictor(network, execution: execution).predict(batch).bits
        #expect(bits == [0, 0, 0, 0, 4, -4].map { (value: Float) in value.bitPattern })
      }
    }
  }

  @Test func anInputThatWakesAUnitShows() throws {
    let example = Self.cases[1]
    let whole = try example.network()
    let weights = whole.parameters.weights(ofLayer: 0)[16 * 20..<17 * 20].map { $0 * 1e6 }
    let batch = Matrix(rows: [weights])
    let smaller = whole.removingUnits(example.silent)
    #expect(Predictor(smaller).predict(batch).bits != Predictor(whole).predict(batch).bits)
    // Removed are the named units, and no others.
    let others = whole.removingUnits([example.silent[0].filter { $0 != 16 }])
    #expect(others.architecture.hiddenWidths == [29])
    #expect(others.parameters.weights(ofLayer: 0)[14 * 20..<15 * 20].map { $0 * 1e6 } == weights)
  }

  private static func tensors(_ units: [Int]) -> [NamedTensor] {
    [
      NamedTensor(
        name: "hidden.0.weight", shape: [units.count, 2],
        values: units.flatMap { [Float($0) + 0.25, Float($0) + 0.5] }),
      NamedTensor(name: "hidden.0.bias", shape: [units.count], values: units.map { -Float($0) }),
      NamedTensor(
        name: "hidden.0.sign", shape: [units.count], values: units.map { $0 < 2 ? -1 : 1 }),
      NamedTensor(
        name: "output.weight", shape: [2, units.count],
        values: [10, 20].flatMap { output in units.map { Float(output + $0) } }),
      NamedTensor(name: "output.bias", shape: [2], values: [7, 8]),
    ]
  }

  private static func network(_ units: [Int]) throws -> Network {
    try Network(
      PredictorTests.architecture(
        [2, units.count], hasSignMask: true, head: .identity(outputCount: 2)),
      tensors: tensors(units))
  }

  @Test func rowsColumnsBiasesAndSignsMoveTogether() throws {
    let network = try Self.network([0, 1, 2, 3])
    #expect(network.removingUnits([[2, 0]]) == (try Self.network([1, 3])))
    #expect(network.removingUnits([[2, 0, 2]]) == (try Self.network([1, 3])))
    #expect(network.removingUnits([[]]) == network)
    #expect(network.reorderingUnits([[2, 0, 3, 1]]) == (try Self.network([2, 0, 3, 1])))
    #expect(network.reorderingUnits([[0, 1, 2, 3]]) == network)
  }

  @Test func withoutHiddenLayersThereIsNothingToDo() throws {
    let network = Network.drawn(try PredictorTests.architecture([4]))
    #expect(network.removingUnits([]) == network && network.reorderingUnits([]) == network)
  }

  private static func shuffled(_ widths: [Int]) -> [[Int]] {
    var stream = Seed(2).stream("order")
    return widths.map { width in
      var order = (0..<Int32(width)).map { $0 }
      stream.shuffle(&order)
      return order.map(Int.init)
    }
  }

  @Test func theOppositeOrderRestoresEveryBit() throws {
    let network = try Self.cases[3].network()
    let order = Self.shuffled(network.architecture.hiddenWidths)
    let opposite = order.map { order in order.indices.map { order.firstIndex(of: $0)! } }
    let reordered = network.reorderingUnits(order)
    #expect(reordered != network)
    #expect(reordered.reorderingUnits(opposite) == network)
  }

  /// Both networks are as near to the exact function as any is, in units in the last place of the
  /// largest term, and not equal to the bit.
  @Test(arguments: OutputHead.all(outputCount: 5))
  func anotherOrderRoundsInAnotherWay(head: OutputHead) throws {
    let network = Network.drawn(
      try PredictorTests.architecture([31, 140, 60], hasSignMask: true, head: head))
    let reordered = network.reorderingUnits(Self.shuffled([140, 60]))
    let batch = PredictorTests.batch(9, 31)
    let (a, b) = (Predictor(network).predict(batch), Predictor(reordered).predict(batch))
    #expect(a.bits != b.bits)
    let oracle = DoubleNetwork(network)
    for (row, values) in batch.doubleRows.enumerated() {
      let trace = oracle.trace(values)
      for o in 0..<5 {
        let (exact, measure) = (trace.inputs.last![o], trace.inputMagnitudes.last![o])
        #expect(b[row, o].ulps(from: exact, measure: measure) <= 2.07)
        #expect(b[row, o].ulps(from: Double(a[row, o]), measure: measure) <= 3)
      }
    }
  }

  @Test func mistakesEndTheProgram() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Self.network([0, 1]).removingUnits([[0, 1]])
    }
    #expect(result.says("removing units: all 2 of hidden layer 0, one has to stay"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Self.network([0, 1]).removingUnits([[2]])
    }
    #expect(result.says("removing units: unit 2 of 2 in hidden layer 0"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Self.network([0, 1]).removingUnits([])
    }
    #expect(result.says("removing units: 0 lists of units for 1 hidden layers"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Self.network([0, 1]).reorderingUnits([[1, 1]])
    }
    #expect(result.says("reordering units: no permutation of the 2 units of hidden layer 0"))
  }
}
