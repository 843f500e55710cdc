// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import Testing

@testable import RectifierInterchange

private func architecture(_ text: String) throws(SafetensorsError) -> Architecture {
  try Architecture(MetadataField(path: "m", key: "architecture", in: ["architecture": text]))
}

private let sound =
  #"{"activations":["rectifier","softplus:2.5"],"hasSignMask":true,"#
  + #""head":{"name":"softmax","outputCount":10},"hiddenWidths":[300,200],"inputCount":784}"#

/// A text of `sound`, what replaces it, and the error's key, expected and found.
private let damages: [(String, String, String, String, String)] = [
  (#""inputCount":784"#, #""x":784"#, ".inputCount", "a value", "nothing"),
  ("784", "0", ".inputCount", "a whole number of at least 1", "0"),
  ("784", "784.0", ".inputCount", "a whole number of at least 1", "784.0"),
  ("true", "1", ".hasSignMask", "true or false", "1"),
  ("[300,200]", "300", ".hiddenWidths", "an array", "300"),
  ("200", "-1", ".hiddenWidths[1]", "a whole number of at least 1", "-1"),
  ("[300,200]", "[300]", ".activations", "1 names, one a layer", "an array of 2"),
  ("softplus:2.5", "relu", ".activations[1]", "the name of an activation", "the string \"relu\""),
  ("\"rectifier\"", "null", ".activations[0]", "a string", "null"),
  (
    "softmax", "x", ".head.name",
    "one of softmax, logistic, identity, softplus, rectifier", "the string \"x\""
  ),
  (
    "\"outputCount\":10", "\"outputCount\":1", ".head.outputCount", "a whole number of at least 2",
    "1"
  ),
  (#"{"name":"softmax","outputCount":10}"#, "[]", ".head", "an object", "an array of 0"),
  ("true", "tru", "", "true at byte 58 of its JSON text", "another word"),
  (
    "784", "4611686018427387904", "", "a possible architecture",
    ArchitectureError.tooManyParameters(widths: [1 << 62, 300, 200, 10]).description
  ),
]

@Suite struct ArchitectureMetadataTests {
  @Test func roundTrips() throws {
    let examples =
      [
        try Architecture(
          inputCount: 784, hiddenWidths: [300, 200],
          activations: [.rectifier, .softplus(sharpness: 2.5)], hasSignMask: true,
          head: .softmax(classCount: 10)),
        try Architecture(inputCount: 1, hiddenWidths: [], head: .identity(outputCount: 1)),
        try Architecture(
          inputCount: 3, hiddenWidths: Activation.all.map { _ in 2 }, activations: Activation.all,
          head: .softmax(classCount: 2)),
      ]
    let others = try OutputHead.all(outputCount: 3).map {
      try Architecture(inputCount: 2, hiddenWidths: [4], head: $0)
    }
    for example in examples + others {
      #expect(try architecture(example.metadata.text()) == example)
    }
    #expect(try examples[0].metadata.text() == sound)
  }

  @Test func unknownMembersAreIgnored() throws {
    let text = sound.replacing("784}", with: "784,\"later\":[1]}")
    #expect(try architecture(text) == architecture(sound))
  }

  @Test(arguments: damages)
  func damageIsFound(
    _ text: String, replacement: String, key: String, expected: String, found: String
  ) throws {
    try #require(sound.contains(text))
    #expect(
      throws: SafetensorsError.metadata(
        path: "m", key: "architecture" + key, expected: expected, found: found)
    ) {
      try architecture(sound.replacing(text, with: replacement))
    }
  }

  @Test func noNumberTraps() {
    for number in ["0", "-1", "9223372036854775807", "9223372036854775808", "1e99", "null"] {
      for text in ["784", "300", "200", "10"] {
        #expect(throws: SafetensorsError.self, "\(text) → \(number)") {
          try architecture(sound.replacing(text, with: number))
        }
      }
    }
  }
}
