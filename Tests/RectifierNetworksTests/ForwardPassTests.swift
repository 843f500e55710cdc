// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

@Suite struct ForwardPassTests {
  /// Pre-activations: dense near 0, out to ±100, both zeros, the least normal numbers.
  static let points: [Float] =
    (-200...200).map { (k: Int) -> Float in
      let t = Float(k) / 50
      return t * t * t * 1.5
    } + [-0.0, 1e-3, 9e-4, 1e-30, -1e-30, .leastNormalMagnitude, -.leastNormalMagnitude, 30, -30]

  /// One hidden layer whose pre-activations are its biases, whatever the input.
  static func network(_ activation: Activation, signs: [Float]?) throws -> Network {
    let count = points.count
    let architecture = try Architecture(
      inputCount: 1, hiddenWidths: [count], activations: [activation], hasSignMask: signs != nil,
      head: .identity(outputCount: 1))
    var parameters = Parameters(zerosFor: architecture)
    parameters.set(
      layer: 0, weights: [Float](repeating: 0, count: count), biases: points)
    return Network(
      architecture: architecture, parameters: parameters, signMasks: signs.map { [$0] } ?? [])
  }

  private func run(_ network: Network, _ set: InstructionSet) -> (values: [Float], slopes: [Float])
  {
    let pass = ForwardPass(architecture: network.architecture, rowCapacity: 1, keepsSlopes: true)
    pass.run(network, rowCount: 1, execution: Execution(threadCount: 1, instructionSet: set))
    let indices = Self.points.indices
    let slopes = pass.slopes[0]
    return (
      indices.map { pass.outputs[0].pointer[$0] }, indices.map { slopes?.pointer[$0] ?? .nan }
    )
  }

  /// Exact where it is below the least normal number: then it is 0, or at most that number.
  private func agrees(_ found: Float, _ exact: Double, ulps: Double) -> Bool {
    guard abs(exact) >= 0x1.00001p-126 else {
      return abs(exact) < 0x1.fffffp-127 ? found == 0 : abs(found) <= .leastNormalMagnitude
    }
    return found.ulps(from: exact, measure: abs(exact)) <= ulps
  }

  @Test(arguments: ActivationTests.all, InstructionSet.available)
  func kernelsAgreeWithTheFormulas(activation: Activation, set: InstructionSet) throws {
    let (values, slopes) = run(try Self.network(activation, signs: nil), set)
    for (index, x) in Self.points.enumerated() {
      let exact = activation.value(at: Double(x))
      #expect(agrees(values[index], exact, ulps: 2), "\(activation) at \(x): \(values[index])")
      guard !activation.hasUnitSlope else { continue }
      let slope = activation.derivative(at: Double(x))
      #expect(agrees(slopes[index], slope, ulps: 4), "\(activation)' at \(x): \(slopes[index])")
    }
  }

  @Test(arguments: ActivationTests.all, InstructionSet.available)
  func aSignMaskTurnsValuesAndSlopes(activation: Activation, set: InstructionSet) throws {
    let signs = Self.points.indices.map { Float($0 % 3 == 0 ? -1 : 1) }
    let plain = run(try Self.network(activation, signs: nil), set)
    let masked = run(try Self.network(activation, signs: signs), set)
    for (index, sign) in signs.enumerated() {
      let value = plain.values[index] * sign + 0
      #expect(masked.values[index].bitPattern == value.bitPattern)
      guard !activation.hasUnitSlope else { continue }
      let slope = plain.slopes[index] * sign + 0
      #expect(masked.slopes[index].bitPattern == slope.bitPattern)
    }
  }

  @Test(arguments: ActivationTests.all)
  func minusZeroNeverAppears(activation: Activation) throws {
    let signs = Self.points.indices.map { Float($0 % 2 == 0 ? -1 : 1) }
    for set in InstructionSet.available {
      let (values, slopes) = run(try Self.network(activation, signs: signs), set)
      #expect((values + slopes).allSatisfy { $0.bitPattern != 0x8000_0000 })
    }
  }

  @Test func slopesAreKeptOnlyWhereTheyAreNeeded() throws {
    let architecture = try Architecture(
      inputCount: 2, hiddenWidths: [3, 4], activations: [.rectifier, .tanh],
      head: .identity(outputCount: 1))
    let trains = ForwardPass(architecture: architecture, rowCapacity: 1, keepsSlopes: true)
    #expect(trains.slopes[0] == nil && trains.slopes[1] != nil)
    let predicts = ForwardPass(architecture: architecture, rowCapacity: 1, keepsSlopes: false)
    #expect(predicts.slopes.allSatisfy { $0 == nil })
  }

  @Test(arguments: InstructionSet.available, Execution.Kernels.allCases)
  func zerosAndDeadUnitsAreCounted(set: InstructionSet, kernels: Execution.Kernels) throws {
    let architecture = try Architecture(
      inputCount: 30, hiddenWidths: [150, 20], hasSignMask: true, head: .softmax(classCount: 3))
    let network = Network(architecture, seed: Seed(6))
    var stream = Seed(6).stream("rows")
    let batch = stream.rows(7, 30, zeroFraction: 0.5)
    let pass = ForwardPass(architecture: architecture, rowCapacity: 9, keepsSlopes: false)
    let execution = Execution(threadCount: 2, instructionSet: set, kernels: kernels)
    batch.withUnsafePointer {
      pass.run(network, source: .rows($0), rowCount: 7, execution: execution)
    }
    for (layer, width) in architecture.hiddenWidths.enumerated() {
      let stride = PanelLayout.padded(width)
      func isZero(_ row: Int, _ unit: Int) -> Bool {
        pass.outputs[layer].pointer[row * stride + unit] == 0
      }
      for rowCount in [0, 1, 7] {
        let zeros = (0..<rowCount).map { row in (0..<width).count { isZero(row, $0) } }
        #expect(pass.zeroCount(ofHiddenLayer: layer, rowCount: rowCount) == zeros.reduce(0, +))
      }
      var counts = [Int](repeating: 0, count: width)
      pass.lists[layer].tally(rowCount: 7, into: &counts)
      #expect(counts == (0..<width).map { unit in (0..<7).count { !isZero($0, unit) } })
      #expect(counts.contains(0) || layer == 1)
    }
  }

  @Test(arguments: InstructionSet.available)
  func notANumberPassesTheRectifier(set: InstructionSet) throws {
    let architecture = try Architecture(
      inputCount: 2, hiddenWidths: [17], head: .identity(outputCount: 1))
    let network = Network(architecture, seed: Seed(2))
    let batch = Matrix(rows: [[1, .nan], [1, 2]])
    for kernels in Execution.Kernels.allCases {
      let execution = Execution(threadCount: 1, instructionSet: set, kernels: kernels)
      let pass = ForwardPass(architecture: architecture, rowCapacity: 2, keepsSlopes: false)
      batch.withUnsafePointer {
        pass.run(network, source: .rows($0), rowCount: 2, execution: execution)
      }
      #expect((0..<17).allSatisfy { pass.outputs[0].pointer[$0].isNaN })
      #expect((17..<32).allSatisfy { pass.outputs[0].pointer[$0].bitPattern == 0 })
      #expect((32..<64).allSatisfy { pass.outputs[0].pointer[$0].isFinite })
      #expect(pass.outputs[1].pointer[0].isNaN && pass.outputs[1].pointer[16].isFinite)
      #expect(pass.zeroCount(ofHiddenLayer: 0, rowCount: 1) == 0)
    }
  }

  @Test func moreRowsThanThereIsRoomForEndTheProgram() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let architecture = try Architecture(
        inputCount: 2, hiddenWidths: [3], head: .identity(outputCount: 1))
      let pass = ForwardPass(architecture: architecture, rowCapacity: 2, keepsSlopes: false)
      pass.run(Network(architecture, seed: Seed(1)), rowCount: 3, execution: .default)
    }
    #expect(result.says("forward pass: 3 rows in a workspace for 2"))
  }
}
