// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierExperiments

@Suite struct ClassWeightChoiceTests {
  private let labels = ["a", "b:c", "d"]

  private func weights(_ text: String) throws -> [Float] {
    try ClassWeightChoice(parsing: text).weights(labels: labels, counts: [6, 2, 1])
  }

  @Test func equalIsNone() throws {
    #expect(try weights("equal") == [])
  }

  @Test func balancedIsInverselyProportional() throws {
    #expect(try weights("balanced") == [0.5, 1.5, 3])
  }

  @Test func labelsMayHoldColons() throws {
    #expect(try weights("b:c:2.5,d:4") == [1, 2.5, 4])
    #expect(try ClassWeightChoice(parsing: "b:c:2.5,d:4").text == "b:c:2.5,d:4.0")
  }

  @Test(arguments: ["", "a", "a:", "a:0", "a:-1", "a:nan", "a:inf", "a:1e-40", "a:1,", "balance"])
  func refusesWhatIsNoWeight(text: String) {
    #expect(throws: ConfigurationError.self) { try ClassWeightChoice(parsing: text) }
  }

  @Test(arguments: ["balanced", "a:2"])
  func numbersHaveNoClassesToWeigh(text: String) throws {
    let choice = try ClassWeightChoice(parsing: text)
    #expect(throws: ConfigurationError.self) { try choice.weights(labels: [], counts: []) }
    #expect(try ClassWeightChoice.equal.weights(labels: [], counts: []) == [])
  }

  @Test func refusesALabelThatIsNotThere() throws {
    let error = #expect(throws: ConfigurationError.self) { try weights("e:2") }
    #expect(error?.description.hasPrefix("--class-weights: unknown name 'e'") == true)
  }
}
