// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

@Suite struct NetworkTensorsTests {
  static func network() throws -> Network { Network(try NetworkTests.masked(), seed: Seed(3)) }

  /// The tensors with one replaced.
  private func tensors(
    replacing name: String, shape: [Int]? = nil, _ change: (inout [Float]) -> Void = { _ in }
  ) throws -> [NamedTensor] {
    try Self.network().tensors().map { tensor in
      guard tensor.name == name else { return tensor }
      var values = tensor.values
      change(&values)
      return NamedTensor(name: name, shape: shape ?? tensor.shape, values: values)
    }
  }

  @Test func roundTrip() throws {
    let network = try Self.network()
    let again = try Network(network.architecture, tensors: network.tensors())
    #expect(again == network)
    #expect(again.tensors() == network.tensors())
    let backwards = try Network(network.architecture, tensors: network.tensors().reversed())
    #expect(backwards == network)
  }

  @Test func tensorsComeInFileOrder() throws {
    let network = try Self.network()
    let shapes = network.architecture.tensorShapes
    #expect(network.tensors().map(\.name) == shapes.map(\.name))
    #expect(network.tensors().map(\.shape) == shapes.map(\.shape))
  }

  @Test(arguments: ["hidden.0.weight", "hidden.1.bias", "hidden.1.sign", "output.bias"])
  func aMissingTensor(name: String) throws {
    let network = try Self.network()
    #expect(throws: ParameterError.missing(tensor: name)) {
      try Network(
        network.architecture, tensors: network.tensors().filter { $0.name != name })
    }
  }

  @Test(arguments: ["hidden.2.weight", "output.sign", "weight", ""])
  func anUnknownTensor(name: String) throws {
    let network = try Self.network()
    let stranger = NamedTensor(name: name, shape: [1], values: [1])
    #expect(throws: ParameterError.unexpected(tensor: name)) {
      try Network(network.architecture, tensors: network.tensors() + [stranger])
    }
  }

  @Test func signsWithoutAMaskAreUnknown() throws {
    let network = try Self.network()
    let plain = try Architecture(
      inputCount: 20, hiddenWidths: [33, 7], head: .softmax(classCount: 5))
    #expect(throws: ParameterError.unexpected(tensor: "hidden.0.sign")) {
      try Network(plain, tensors: network.tensors())
    }
  }

  @Test func aTensorOfAnotherShape() throws {
    let network = try Self.network()
    let turned = try tensors(replacing: "hidden.0.weight", shape: [20, 33])
    #expect(
      throws: ParameterError.shapeMismatch(
        tensor: "hidden.0.weight", expected: [33, 20], found: [20, 33])
    ) {
      try Network(network.architecture, tensors: turned)
    }
    let flat = try tensors(replacing: "output.bias", shape: [5, 1])
    #expect(
      throws: ParameterError.shapeMismatch(tensor: "output.bias", expected: [5], found: [5, 1])
    ) {
      try Network(network.architecture, tensors: flat)
    }
  }

  @Test(arguments: [.nan, .infinity, -.infinity] as [Float])
  func aTensorThatIsNotFinite(value: Float) throws {
    let network = try Self.network()
    let broken = try tensors(replacing: "hidden.1.weight") { $0[17] = value }
    #expect(throws: ParameterError.notFinite(tensor: "hidden.1.weight", element: 17)) {
      try Network(network.architecture, tensors: broken)
    }
  }

  @Test(arguments: [0, 0.5, -2] as [Float])
  func aSignOtherThanOne(value: Float) throws {
    let network = try Self.network()
    let broken = try tensors(replacing: "hidden.1.sign") { $0[6] = value }
    #expect(
      throws: ParameterError.invalidSign(tensor: "hidden.1.sign", element: 6, found: value)
    ) {
      try Network(network.architecture, tensors: broken)
    }
  }

  @Test func denormalsBecomeZeroAndMinusZeroStays() throws {
    let network = try Self.network()
    let tiny: [Float] = [-0.0, .leastNonzeroMagnitude, -.leastNormalMagnitude.nextDown]
    let changed = try tensors(replacing: "output.bias") { $0.replaceSubrange(0..<3, with: tiny) }
    let biases = try Network(network.architecture, tensors: changed).parameters.biases(ofLayer: 2)
    #expect(biases[..<3].map(\.bitPattern) == [Float](arrayLiteral: -0.0, 0, 0).map(\.bitPattern))
    let least = try tensors(replacing: "output.bias") { $0[0] = -.leastNormalMagnitude }
    let kept = try Network(network.architecture, tensors: least).parameters.biases(ofLayer: 2)
    #expect(kept[0] == -.leastNormalMagnitude)
  }

  @Test func messages() {
    #expect(
      ParameterError.shapeMismatch(tensor: "output.bias", expected: [5], found: [5, 1]).description
        == "network: expected shape [5] of tensor \"output.bias\", found [5, 1]")
    #expect(
      ParameterError.invalidSign(tensor: "hidden.0.sign", element: 6, found: 0.5).description
        == "network: expected +1 or -1 in tensor \"hidden.0.sign\", found 0.5 at element 6")
  }

  @Test func aTensorWithoutItsValuesEndsTheProgram() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = NamedTensor(name: "output.bias", shape: [2, 2], values: [1, 2, 3])
    }
    #expect(result.says("tensor output.bias: 3 values for shape [2, 2]"))
  }
}
