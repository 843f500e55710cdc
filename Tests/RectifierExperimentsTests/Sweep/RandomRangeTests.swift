// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics
import Testing

@testable import RectifierExperiments

@Suite struct RandomRangeTests {
  private func draws(_ range: RandomRange, _ count: Int = 4000) -> [JSONValue] {
    var stream = Seed(1).stream("test")
    return (0..<count).map { _ in range.draw(from: &stream) }
  }

  @Test func logarithmsAreUniform() throws {
    let values = draws(.logUniform(1e-6...1e-2)).compactMap(\.floatValue)
    #expect(values.allSatisfy { (1e-6...1e-2).contains($0) })
    for (limit, share) in [(Float(1e-5), 0.25), (1e-4, 0.5), (1e-3, 0.75)] {
      let found = Double(values.count { $0 < limit }) / Double(values.count)
      #expect(abs(found - share) < 0.03, "\(found) below \(limit)")
    }
  }

  @Test func numbersAreUniform() {
    let values = draws(.uniform(-1...3)).compactMap(\.floatValue)
    #expect(values.allSatisfy { (-1...3).contains($0) })
    #expect(abs(values.reduce(0, +) / Float(values.count) - 1) < 0.05)
    #expect(Double(values.count { $0 < 0 }) / Double(values.count) < 0.28)
  }

  @Test func everyWholeNumberAndEveryChoiceIsDrawn() {
    #expect(Set(draws(.integer(3...6)).compactMap(\.intValue)) == [3, 4, 5, 6])
    let names = draws(.choice(["a", 1, .array([2])]))
    for value in ["a", 1, .array([2])] as [JSONValue] {
      #expect(abs(names.count { $0 == value } - names.count / 3) < 150)
    }
  }

  @Test func anEmptyExtentIsThatNumber() {
    #expect(draws(.logUniform(0.1...0.1), 3) == [0.1, 0.1, 0.1].map { JSONValue(Float($0)) })
    #expect(draws(.integer(5...5), 2) == [5, 5])
  }

  @Test(arguments: [
    RandomRange.uniform(-1...3), .logUniform(3e-6...3e-3), .integer(0...2_147_483_647),
    .choice(["rectifier", .array([1, 2])]),
  ])
  func itReadsBackAsItWas(range: RandomRange) {
    #expect(RandomRange(json: range.json) == range)
  }

  @Test(arguments: [
    "{}", "[0, 1]", "{\"uniform\": [1]}", "{\"uniform\": [2, 1]}", "{\"uniform\": [0, 1, 2]}",
    "{\"logUniform\": [0, 1]}", "{\"logUniform\": [-1, 1]}", "{\"integer\": [0.5, 1]}",
    "{\"integer\": [-1, 1]}", "{\"integer\": [0, 2147483648]}", "{\"choice\": []}",
    "{\"choice\": 3}", "{\"normal\": [0, 1]}", "{\"uniform\": [0, 1], \"choice\": [1]}",
    "{\"uniform\": [0, 1e60]}",
  ])
  func whatIsNoRangeIsRefused(text: String) throws {
    #expect(RandomRange(json: try JSONValue.parse(Array(text.utf8), path: "")) == nil)
  }
}
