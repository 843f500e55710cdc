// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

@testable import RectifierNetworks

@Suite struct ArchitectureTests {
  @Test func countsByHand() throws {
    let mnist = try Architecture(
      inputCount: 784, hiddenWidths: [1000, 1000, 1000], head: .softmax(classCount: 10))
    #expect(mnist.parameterCount == 785_000 + 2 * 1_001_000 + 10_010)
    #expect(mnist.widths == [784, 1000, 1000, 1000, 10])
    #expect(mnist.activations == [.rectifier, .rectifier, .rectifier])
    let regression = try Architecture(
      inputCount: 4, hiddenWidths: [], head: .identity(outputCount: 3))
    #expect(regression.parameterCount == 15)
    #expect(regression.activations == [] && regression.widths == [4, 3])
  }

  @Test func tensorShapes() throws {
    let architecture = try Architecture(
      inputCount: 5, hiddenWidths: [7, 130], activations: [.tanh, .rectifier], hasSignMask: true,
      head: .softmax(classCount: 3))
    let shapes = architecture.tensorShapes
    #expect(
      shapes.map(\.name) == [
        "hidden.0.weight", "hidden.0.bias", "hidden.0.sign", "hidden.1.weight", "hidden.1.bias",
        "hidden.1.sign", "output.weight", "output.bias",
      ])
    #expect(shapes.map(\.shape) == [[7, 5], [7], [7], [130, 7], [130], [130], [3, 130], [3]])
    let plain = try Architecture(inputCount: 5, hiddenWidths: [7], head: .identity(outputCount: 1))
    #expect(
      plain.tensorShapes.map(\.name)
        == ["hidden.0.weight", "hidden.0.bias", "output.weight", "output.bias"])
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let inputCount: Int
    let hiddenWidths: [Int]
    var activations: [Activation] = [.rectifier]
    var head = OutputHead.softmax(classCount: 10)
    let error: ArchitectureError
    var testDescription: String { error.description }
  }

  static let refusals = [
    Refusal(
      inputCount: 0, hiddenWidths: [3],
      error: .invalidCount(what: "input count", found: 0, least: 1)),
    Refusal(
      inputCount: 3, hiddenWidths: [3, -1],
      error: .invalidCount(what: "width of hidden layer 1", found: -1, least: 1)),
    Refusal(
      inputCount: 3, hiddenWidths: [3], head: .softmax(classCount: 1),
      error: .invalidCount(what: "class count", found: 1, least: 2)),
    Refusal(
      inputCount: 3, hiddenWidths: [3], head: .identity(outputCount: 0),
      error: .invalidCount(what: "output count", found: 0, least: 1)),
    Refusal(
      inputCount: 3, hiddenWidths: [3, 4, 5], activations: [.tanh, .tanh],
      error: .activationCountMismatch(activations: 2, hiddenLayers: 3)),
    Refusal(
      inputCount: 3, hiddenWidths: [3], activations: [],
      error: .activationCountMismatch(activations: 0, hiddenLayers: 1)),
    Refusal(
      inputCount: 3, hiddenWidths: [3], activations: [.softplus(sharpness: -1)],
      error: .invalidSharpness(text: "-1.0")),
    Refusal(
      inputCount: 3, hiddenWidths: [3], activations: [.softplus(sharpness: .nan)],
      error: .invalidSharpness(text: "nan")),
    Refusal(
      inputCount: 3, hiddenWidths: [3], activations: [.softplus(sharpness: .leastNonzeroMagnitude)],
      error: .invalidSharpness(text: "1e-45")),
    Refusal(
      inputCount: .max, hiddenWidths: [3], error: .tooManyParameters(widths: [.max, 3, 10])),
    Refusal(
      inputCount: 3, hiddenWidths: [.max - 3], error: .tooManyParameters(widths: [3, .max - 3, 10])),
    Refusal(
      inputCount: 3, hiddenWidths: [1 << 31, 1 << 31],
      error: .tooManyParameters(widths: [3, 1 << 31, 1 << 31, 10])),
    Refusal(
      inputCount: 3, hiddenWidths: [3], head: .identity(outputCount: .max),
      error: .tooManyParameters(widths: [3, 3, .max])),
  ]

  @Test(arguments: refusals)
  func refused(_ refusal: Refusal) {
    #expect(throws: refusal.error) {
      try Architecture(
        inputCount: refusal.inputCount, hiddenWidths: refusal.hiddenWidths,
        activations: refusal.activations, head: refusal.head)
    }
    #expect(!refusal.error.description.contains("\n"))
  }

  static let some: [Architecture] = [
    try? Architecture(inputCount: 784, hiddenWidths: [1000], head: .softmax(classCount: 10)),
    try? Architecture(inputCount: 1, hiddenWidths: [], head: .identity(outputCount: 1)),
    try? Architecture(
      inputCount: 9, hiddenWidths: [8, 7, 6],
      activations: [.softplus(sharpness: 0.3), .leakyIntegrateAndFire, .absoluteTanh],
      hasSignMask: true, head: .softmax(classCount: 2)),
  ].compactMap { $0 }

  @Test(arguments: some)
  func codingRoundTrip(architecture: Architecture) throws {
    let json = try JSONEncoder().encode(architecture)
    #expect(try JSONDecoder().decode(Architecture.self, from: json) == architecture)
  }

  @Test func codedForm() throws {
    #expect(Self.some.count == 3)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(
      String(decoding: try encoder.encode(Self.some[0]), as: UTF8.self)
        == #"{"activations":["rectifier"],"hasSignMask":false,"#
        + #""head":{"softmax":{"classCount":10}},"hiddenWidths":[1000],"inputCount":784}"#)
  }

  @Test func decodingChecks() {
    let json =
      #"{"activations":["rectifier"],"hasSignMask":false,"#
      + #""head":{"softmax":{"classCount":10}},"hiddenWidths":[9223372036854775807],"inputCount":7}"#
    #expect(throws: ArchitectureError.tooManyParameters(widths: [7, .max, 10])) {
      try JSONDecoder().decode(Architecture.self, from: Data(json.utf8))
    }
  }
}
