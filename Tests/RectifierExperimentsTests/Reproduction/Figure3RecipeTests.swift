// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierExperiments

@Suite struct Figure3RecipeTests {
  private func trials(_ budget: ReproductionBudget) throws -> [Trial] {
    try Reproduction.figure3.trials(budget)
  }

  @Test func theNetworksAreThePapers() throws {
    let trials = try trials(.full)
    #expect(trials.count == 200)
    for trial in trials {
      let options = trial.configuration
      #expect(options.data == "mnist" && options.validation == .count(10_000))
      #expect(options.hiddenWidths == [1000, 1000, 1000] && options.activations == [.rectifier])
      #expect(options.learningRate == 0.1 && options.batchSize == 10 && options.epochCount == 20)
    }
    #expect(Set(trials.map(\.configuration.seed)).count == 200)
    let penalties = trials.map { $0.configuration.activationL1[0] }
    #expect(penalties.count { $0 == 0 } == 20)
    #expect(penalties.count { (3e-6...3e-3).contains($0) } == 170)
    #expect(penalties.count { $0 > 3e-3 && $0 <= 1e-2 } == 10)
    #expect(penalties.count { $0 > 0 && $0 < 1e-4 } >= 60)
  }

  /// A change here makes every record that there is useless.
  @Test func recipesStayWhatTheyAre() throws {
    let trials = try trials(.full)
    #expect(trials[0].configuration.activationL1 == [3.487599e-05])
    #expect(trials[0].recipeHash == "a9a1d12c2691fe71")
    #expect(trials[199].recipeHash == "de838d9630436681")
  }

  @Test func fewerNetworksAreSomeOfTheSame() throws {
    let full = try trials(.full).map(\.recipeHash)
    let short = try trials(.short).map(\.recipeHash)
    #expect(short.count == 20 && Set(short).count == 20)
    #expect(Set(short).isSubset(of: full))
  }

  @Test func anUnfinishedFigureHasSomeOfEachGroup() throws {
    let penalties = try trials(.full).prefix(50).map { $0.configuration.activationL1[0] }
    #expect((4...6).contains(penalties.count { $0 == 0 }))
    #expect((2...3).contains(penalties.count { $0 > 3e-3 }))
  }

  @Test func aSmokeNeedsNoDataAndIsSmall() throws {
    let trials = try trials(.smoke)
    #expect(trials.count == 12)
    #expect(trials.allSatisfy { $0.configuration.data.hasPrefix("glyphs") })
    #expect(trials.allSatisfy { $0.configuration.epochCount <= 2 })
  }
}
