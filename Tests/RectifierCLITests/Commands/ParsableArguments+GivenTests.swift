// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import Testing

@testable import RectifierCLI

@Suite struct ParsableArgumentsGivenTests {
  @Test func nothingIsGivenByItself() throws {
    #expect(try TrainOptions.parse([]).given == [])
    #expect(try PretrainOptions.parse([]).given == [])
    #expect(try ModelRowFlags.parse([]).given == [])
  }

  @Test(arguments: [
    ["DATA"], ["--no-header"], ["--header"], ["--replace-invalid"], ["--no-replace-invalid"],
    ["--multi-label"], ["--ordinal"], ["--epoch-ties", "loss"], ["--activation-l1", "0.1"],
    ["--target-zeros", "0.5"], ["--fit-on", "all"], ["--min-documents", "2"], ["--no-nesterov"],
    ["--class-weights", "balanced"], ["--invert"], ["--seed", "7"], ["--config", "a.json"],
  ])
  func aFlagGoesByItsName(arguments: [String]) throws {
    #expect(try TrainOptions.parse(arguments).given == [arguments[0]])
  }

  @Test func groupsStandWhereTheyAreDeclared() throws {
    let options = try TrainOptions.parse(
      ["--seed", "3", "--patience", "2", "--ngrams", "2", "--target", "a", "x.csv"])
    #expect(options.given == ["DATA", "--target", "--ngrams", "--patience", "--seed"])
    let layers = try PretrainOptions.parse(["x.csv", "--tied", "--out", "a", "--no-binary"])
    #expect(layers.given == ["DATA", "--no-binary", "--tied", "--out"])
  }
}
