// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import Testing

@testable import RectifierExperiments

@Suite struct AdvantagesRecipeTests {
  private func trials(
    _ budget: ReproductionBudget, given record: (Trial) -> TrialRecord? = { _ in nil }
  ) throws -> [Trial] {
    try AdvantagesRecipe(budget: budget).trials(given: record)
  }

  @Test func networksDifferInWhatIsCompared() throws {
    let recipe = AdvantagesRecipe()
    let trials = try trials(.full) { try? AdvantagesSamples.record(of: $0) }
    #expect(Set(trials.map(\.recipeHash)).count == trials.count)
    // Five kinds: three rates on the first seed, two more seeds at the best.
    let networks = trials.filter { $0.observation == .laboratory }
    #expect(networks.count == 5 * (3 + 2))
    for trial in networks {
      #expect(trial.configuration.hiddenWidths == [500, 500, 500])
      #expect(trial.configuration.data == "mnist" && trial.configuration.epochCount == 20)
    }
    #expect(trials.count { $0.observation == .trajectory } == 3 * (4 * 6 + 3 * 5))
    let widths = trials.filter { $0.observation == .fit }
    #expect(widths.count == 3 * 4 * 2)
    #expect(widths.count { $0.configuration.targetZeros == 0.95 } == 12)
    #expect(
      recipe.depths.kinds.map(\.name) == ["rectifier", "rectifier, he-normal", "tanh", "logistic"])
  }

  @Test func theRateOfTheFirstSeedIsThatOfTheOthers() throws {
    let cells = try AdvantagesRecipe().cells { trial in
      try? AdvantagesSamples.record(
        of: trial, validationErrorRate: Double(abs(trial.configuration.learningRate - 0.1)))
    }
    for cell in cells {
      #expect(cell.networks.map(\.configuration.seed) == [1, 2, 3])
      #expect(cell.networks.allSatisfy { $0.configuration.learningRate == 0.1 })
    }
    #expect(try AdvantagesRecipe().cells { _ in nil }.allSatisfy { $0.networks.isEmpty })
  }

  /// A change here makes every record that there is useless.
  @Test func whatIsObservedBelongsToTheRecipe() throws {
    let trial = try trials(.full)[0]
    let plain = try Trial(trial.configuration)
    #expect(plain.recipeHash != trial.recipeHash)
    #expect(trial.recipe["observation"] == "laboratory" && plain.recipe["observation"] == nil)
    #expect(try trial.locatingData(in: "elsewhere").recipeHash == trial.recipeHash)
  }

  @Test func fewerNetworksAreSomeOfTheSameKinds() throws {
    let short = try trials(.short) { try? AdvantagesSamples.record(of: $0) }
    #expect(short.allSatisfy { $0.configuration.seed == 1 })
    let smoke = try trials(.smoke) { try? AdvantagesSamples.record(of: $0) }
    #expect(smoke.allSatisfy { $0.configuration.data.hasPrefix("glyphs:digits") })
    #expect(smoke.allSatisfy { $0.configuration.epochCount <= 2 })
  }
}
