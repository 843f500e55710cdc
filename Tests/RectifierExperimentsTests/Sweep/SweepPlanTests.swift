// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierExperiments

@Suite struct SweepPlanTests {
  private func plan(_ text: String) throws -> SweepPlan {
    try SweepPlan(
      JSONFields(try JSONValue.parse(Array(text.utf8), path: "plan.json"), place: "plan.json"))
  }

  private func trials(_ text: String) throws -> [TrainConfiguration] {
    try plan(text).trials(place: "plan.json").map(\.configuration)
  }

  private func message(_ text: String) -> String {
    do {
      return "\(try trials(text).count) trials"
    } catch {
      return "\(error)"
    }
  }

  @Test func aGridIsEveryCombination() throws {
    let found = try trials(
      """
      {"base": {"data": "mnist", "hidden": 7, "activationL1": 0.5},
       "grid": {"learningRate": [0.1, 0.01], "activation": ["tanh", "rectifier"], "seed": [1, 2]}}
      """)
    #expect(found.map(\.learningRate) == [0.1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.01])
    #expect(found.map(\.seed) == [1, 2, 1, 2, 1, 2, 1, 2])
    #expect(found[1].activations == [.tanh] && found[3].activations == [.rectifier])
    #expect(found.allSatisfy { $0.hiddenWidths == [7] && $0.activationL1 == [0.5] })
  }

  @Test func aListSaysEachTrial() throws {
    let found = try trials(
      "{\"base\": {\"data\": \"mnist\"}, \"list\": [{}, {\"data\": \"glyphs\"}, {\"seed\": 1}]}")
    // The last is the first once more.
    #expect(found.map(\.data) == ["mnist", "glyphs"])
  }

  private func drawn(_ count: Int, _ draw: String) throws -> [TrainConfiguration] {
    try trials(
      """
      {"base": {"data": "mnist"}, "random": {"trials": \(count), "seed": 3, "draw": {\(draw)}}}
      """)
  }

  @Test func drawsOfAnOptionDependOnNothingElse() throws {
    let rates = "\"learningRate\": {\"logUniform\": [0.001, 1]}"
    let seeds = "\"seed\": {\"integer\": [0, 1000000]}"
    let alone = try drawn(5, rates)
    #expect(Set(alone.map(\.learningRate)).count == 5)
    #expect(try drawn(9, rates).prefix(5).map(\.learningRate) == alone.map(\.learningRate))
    let both = try drawn(5, "\(seeds), \(rates)")
    #expect(both.map(\.learningRate) == alone.map(\.learningRate))
    #expect(Set(both.map(\.seed)).count == 5)
  }

  @Test(arguments: [
    ("{}", "plan.json: expected one of grid, random and list, found none"),
    ("{\"grid\": {}, \"list\": []}", "found grid and list"),
    ("{\"base\": {}, \"gird\": {}}", "unknown key 'gird'; did you mean 'grid'?"),
    ("{\"grid\": {\"sed\": [1]}}", "plan.json.grid: unknown key 'sed'; did you mean 'seed'?"),
    ("{\"grid\": {\"seed\": 1}}", "plan.json.grid.seed: expected an array of values"),
    ("{\"grid\": {}}", "plan.json: trials: expected from 1 to 100000 of them, found 0"),
    ("{\"grid\": {\"seed\": []}}", "found 0"),
    ("{\"list\": [1]}", "plan.json.list: expected an array of objects"),
    ("{\"list\": [{\"seed\": 1}]}", "plan.json: trial 1.data: expected a text, found nothing"),
    ("{\"list\": [{\"data\": \"a\", \"batchSize\": 0}]}", "trial 1.batchSize: expected a whole"),
    ("{\"random\": {\"draw\": {}}}", "plan.json.random.trials: expected a whole number"),
    ("{\"random\": {\"trials\": 100001, \"draw\": {}}}", "found 100001"),
    ("{\"random\": {\"trials\": -1, \"draw\": {}}}", "found -1"),
    (
      "{\"random\": {\"trials\": 1, \"draw\": {\"seed\": [1]}}}",
      "plan.json.random.draw.seed: expected one of {\"uniform\": [A, B]}"
    ),
    ("{\"random\": {\"trials\": 1, \"seed\": -1, \"draw\": {}}}", "random.seed: expected a whole"),
  ])
  func aPlanThatCannotBeUsedIsNamed(text: String, expected: String) {
    #expect(message(text).contains(expected), "\(message(text))")
  }

  @Test func moreThanCanBeCountedIsRefused() {
    let values = "[" + (0..<100).map(String.init).joined(separator: ",") + "]"
    let axes = TrainConfiguration.keys.prefix(12).map { "\"\($0)\": \(values)" }
    #expect(
      message("{\"grid\": {\(axes.joined(separator: ","))}}").contains("more than can be counted"))
  }

  @Test(arguments: [
    "{\"base\": {\"data\": \"mnist\"}, \"grid\": {\"seed\": [1, 2], \"hidden\": [[1], [2, 3]]}}",
    "{\"base\": {}, \"list\": [{\"data\": \"a\"}, {\"data\": \"b\"}]}",
    """
    {"base": {"data": "a"}, "random": {"trials": 3, "seed": 9, "draw": {
      "learningRate": {"logUniform": [0.001, 1.0]}, "seed": {"choice": [1, 2]}}}}
    """,
  ])
  func aFileReadsBackAsItWas(text: String) throws {
    let scratch = try ScratchFolder()
    let found = try plan(text)
    let path = try scratch.write(Array(try found.json.text(.indented).utf8), "plan.json")
    #expect(try SweepPlan(contentsOf: path) == found)
    #expect(try SweepPlan(contentsOf: path).json.text(.compact) == found.json.text(.compact))
  }

  @Test func aFileThatIsCutAnywhereIsRefused() throws {
    let scratch = try ScratchFolder()
    let text = "{\"base\": {\"data\": \"mnist\"}, \"grid\": {\"seed\": [1, 2]}}"
    for count in 0..<text.utf8.count {
      let path = try scratch.write(Array(text.utf8.prefix(count)), "plan.json")
      #expect(throws: (any Error).self) { try SweepPlan(contentsOf: path) }
    }
  }
}
