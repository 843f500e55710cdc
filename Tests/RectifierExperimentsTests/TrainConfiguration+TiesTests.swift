// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct TrainConfigurationTiesTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write(Array(RowFiles.shops().utf8), "shops.csv")
  }

  private func ties(_ data: String, _ given: EpochTies? = nil) -> EpochTies? {
    var configuration = TrainConfiguration(data: data)
    configuration.epochTies = given
    return configuration.decidingTies(environment: [:]).epochTies
  }

  @Test func filesOfRowsDecideByTheLoss() throws {
    #expect(ties(scratch.file("shops.csv")) == .loss && ties("-") == .loss)
    #expect(ties("glyphs") == nil)
    #expect(ties(try QuadrantFolder.write(in: scratch, "data")) == nil)
    #expect(ties(scratch.file("nowhere.csv")) == nil)
  }

  @Test func whatWasSaidStays() {
    #expect(ties(scratch.file("shops.csv"), .first) == .first)
    #expect(ties("glyphs", .loss) == .loss)
  }

  /// The networks of a recipe are chosen in one way, now and later.
  @Test func theRecipeSaysWhatDecides() {
    let plain = TrainConfiguration(data: scratch.file("shops.csv"))
    #expect(plain.recipe["epochTies"] == nil && plain.trainingOptions.epochTies == .first)
    let decided = plain.decidingTies(environment: [:])
    #expect(decided.recipe["epochTies"] == "loss")
    #expect(decided.trainingOptions.epochTies == .loss)
  }
}
