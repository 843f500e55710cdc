// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierTraining

@Suite struct CorruptionNameTests {
  @Test(
    arguments: [
      ("none", .none), ("masking:0.25", .masking(level: 0.25)), ("masking:1", .masking(level: 1)),
      ("salt-and-pepper:0.5", .saltAndPepper(zeros: 0.25, ones: 0.25)),
      ("salt-and-pepper:0.8/0.005", .saltAndPepper(zeros: 0.8, ones: 0.005)),
      ("gaussian:0.1", .gaussian(deviation: 0.1)), ("gaussian:0", .gaussian(deviation: 0)),
    ] as [(String, Corruption)])
  func namesAreRead(text: String, corruption: Corruption) throws {
    #expect(try Corruption(parsing: text) == corruption)
    #expect(try Corruption(parsing: corruption.name) == corruption)
  }

  @Test(arguments: [
    "masking", "masking:", "masking:x", "masking:1.5", "masking:-0.1", "masking:nan",
    "masking:0.1/0.2", "none:1", "none:", "salt-and-pepper:0.8/0.3", "salt-and-pepper:0.1/",
    "salt-and-pepper:0.1/0.1/0.1", "salt-and-pepper:-0.1/0.2", "gaussian:inf", "gaussian:-1",
    "gaussian:1e-40",
  ])
  func impossibleLevelsAreRefused(text: String) {
    let error = #expect(throws: CorruptionError.self) { try Corruption(parsing: text) }
    guard case .invalidLevel(let kind, _, let found) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text.hasPrefix(kind) && (text.hasSuffix(found) || found == "nothing"))
    #expect(error?.description.contains("\n") == false)
  }

  @Test func anUnknownNameHasANearestOne() {
    let error = #expect(throws: CorruptionError.self) { try Corruption(parsing: "maskin:0.2") }
    #expect(
      error == .unknown(name: "maskin:0.2", nearest: "masking", all: Corruption.names))
    #expect(
      error?.description == "corruption: there is no \"maskin:0.2\"; did you mean \"masking\"?")
    let far = #expect(throws: CorruptionError.self) { try Corruption(parsing: "blur") }
    #expect(far?.description.hasSuffix("salt-and-pepper:Z/O, gaussian:S") == true)
  }
}
