// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

@testable import RectifierNetworks

@Suite struct InitializerNameTests {
  @Test(arguments: [
    (Initializer.glorotUniform, "glorot-uniform"), (.heNormal, "he-normal"),
    (.constant(0), "constant:0"), (.constant(-2), "constant:-2"),
    (.constant(0.01), "constant:0.01"),
    (.constant(1e-30), "constant:1e-30"),
  ])
  func names(initializer: Initializer, name: String) throws {
    #expect(initializer.name == name && initializer.description == name)
    #expect(try Initializer(parsing: name) == initializer)
    let json = try JSONEncoder().encode([initializer])
    #expect(String(decoding: json, as: UTF8.self) == "[\"\(name)\"]")
    #expect(try JSONDecoder().decode([Initializer].self, from: json) == [initializer])
  }

  @Test(
    arguments: [
      ("glorot-unifrom", "glorot-uniform"), ("he", nil), ("he-norml", "he-normal"),
      ("henormal", "he-normal"), ("Constant:1", "constant"), ("zeros", nil), ("", nil),
    ] as [(String, String?)])
  func unknownNames(text: String, nearest: String?) {
    let error = InitializerError.unknown(name: text, nearest: nearest, all: Initializer.names)
    #expect(throws: error) { try Initializer(parsing: text) }
    #expect(!error.description.contains("\n"))
  }

  @Test(arguments: ["", "inf", "nan", "1e39", "1e-40", "two", "1:2", " 2"])
  func invalidConstants(text: String) {
    #expect(throws: InitializerError.invalidConstant(text: text)) {
      try Initializer(parsing: "constant:\(text)")
    }
  }

  @Test func onlyAConstantHasAValueAndItNeedsOne() {
    #expect(throws: InitializerError.noValue(initializer: "he-normal")) {
      try Initializer(parsing: "he-normal:2")
    }
    #expect(throws: InitializerError.invalidConstant(text: "nothing")) {
      try Initializer(parsing: "constant")
    }
  }

  @Test func decodingAnUnknownNameSaysWhy() {
    #expect {
      try JSONDecoder().decode([Initializer].self, from: Data(#"["he-norml"]"#.utf8))
    } throws: { error in
      guard case DecodingError.dataCorrupted(let context) = error else { return false }
      return context.debugDescription
        == "initializer: there is no \"he-norml\"; did you mean \"he-normal\"?"
    }
  }
}
