// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

@testable import RectifierNetworks

@Suite struct ActivationNameTests {
  @Test(arguments: [
    (Activation.rectifier, "rectifier"), (.softplus(sharpness: 1), "softplus"),
    (.softplus(sharpness: 2), "softplus:2"), (.softplus(sharpness: 0.1), "softplus:0.1"),
    (.tanh, "tanh"), (.logistic, "logistic"), (.rectifiedTanh, "rectified-tanh"),
    (.absoluteTanh, "absolute-tanh"), (.leakyIntegrateAndFire, "leaky-integrate-and-fire"),
    (.identity, "identity"),
  ])
  func names(activation: Activation, name: String) throws {
    #expect(activation.name == name && activation.description == name)
    #expect(try Activation(parsing: name) == activation)
  }

  @Test(arguments: [1e-30, 0.1, 1.0 / 3, 1.5, 1e7, 16_777_216, 3e30] as [Float])
  func sharpnessSurvives(sharpness: Float) throws {
    let activation = Activation.softplus(sharpness: sharpness)
    #expect(try Activation(parsing: activation.name) == activation)
    let json = try JSONEncoder().encode([activation])
    #expect(try JSONDecoder().decode([Activation].self, from: json) == [activation])
  }

  @Test(
    arguments: [
      ("rectifer", "rectifier"), ("Rectifier", "rectifier"), ("tan", "tanh"),
      ("sotfplus:2", "softplus"), ("rectified_tanh", "rectified-tanh"), ("relu", nil), ("", nil),
    ] as [(String, String?)])
  func unknownNames(text: String, nearest: String?) {
    let error = ArchitectureError.unknownActivation(
      name: text, nearest: nearest, all: Activation.all.map(\.name))
    #expect(throws: error) { try Activation(parsing: text) }
  }

  @Test(arguments: ["", "0", "-1", "inf", "nan", "1e39", "1e-40", "two", "1:2", " 2"])
  func invalidSharpness(text: String) {
    #expect(throws: ArchitectureError.invalidSharpness(text: text)) {
      try Activation(parsing: "softplus:\(text)")
    }
  }

  @Test func onlySoftplusHasASharpness() {
    #expect(throws: ArchitectureError.noSharpness(activation: "tanh")) {
      try Activation(parsing: "tanh:2")
    }
  }

  @Test func decodingAnUnknownNameSaysWhy() {
    #expect {
      try JSONDecoder().decode([Activation].self, from: Data(#"["rectifer"]"#.utf8))
    } throws: { error in
      guard case DecodingError.dataCorrupted(let context) = error else { return false }
      return context.debugDescription
        == "activation: there is no \"rectifer\"; did you mean \"rectifier\"?"
    }
  }
}
