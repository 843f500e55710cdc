// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import Testing

@testable import RectifierExperiments

@Suite struct SharpnessRecipeTests {
  private func trials(
    _ budget: ReproductionBudget, given record: (Trial) -> TrialRecord? = { _ in nil }
  ) throws -> [Trial] {
    try SharpnessRecipe(budget: budget).trials(given: record)
  }

  /// A rate of 0.01 validates best, unless it is said to diverge.
  private func record(_ trial: Trial, diverging: [Float] = []) -> TrialRecord? {
    let rate = trial.configuration.learningRate
    return try? Table1Samples.record(
      of: trial, validationErrorRate: diverging.contains(rate) ? nil : Double(rate),
      testErrorRate: 0.02)
  }

  @Test func theNetworksAreThePapers() throws {
    let trials = try trials(.full)
    let mnist = trials.filter { $0.configuration.data == "mnist" }
    #expect(trials.count == 24 && mnist.count == 12)
    #expect(
      mnist.map(\.configuration.activations[0].name)
        == [
          "softplus", "softplus:1.3", "softplus:2", "softplus:3", "softplus:6", "rectifier",
        ].flatMap { [$0, $0] })
    for options in mnist.map(\.configuration) {
      #expect(options.hiddenWidths == [1000, 1000, 1000] && options.validation == .count(10_000))
      #expect(options.batchSize == 10 && options.epochCount == 20 && options.seed == 1)
      #expect(options.activationL1 == [0])
    }
    let norb = trials.filter { $0.configuration.data == "norb-cluttered" }
    #expect(norb.allSatisfy { $0.configuration.hiddenWidths == [4000, 2000] })
    #expect(Set(trials.map(\.recipeHash)).count == 24)
  }

  /// A change here makes every record that there is useless.
  @Test func recipesStayWhatTheyAre() throws {
    let trials = try trials(.full)
    #expect(trials[0].recipeHash == "2817e7b17c9ae232")
    #expect(trials[11].recipeHash == "aaa1d786b125491f")
  }

  @Test func theRateOfTheFirstSeedIsThatOfTheOthers() throws {
    let recipe = SharpnessRecipe()
    let first = try recipe.trials { _ in nil }
    let waiting = first[1]
    let partly = try recipe.trials { $0 == waiting ? nil : self.record($0) }
    // All know their rate but the one whose other rate is not done.
    #expect(partly.count == 24 + 2 * 11)
    let all = try recipe.trials { self.record($0) }
    #expect(all.count == 24 + 2 * 12 && Set(all.map(\.recipeHash)).count == all.count)
    let others = all.filter { $0.configuration.seed > 1 }
    #expect(others.count == 24)
    #expect(others.allSatisfy { $0.configuration.learningRate == 0.01 })
    let other = try recipe.trials { self.record($0, diverging: [0.01]) }
    #expect(
      other.filter { $0.configuration.seed > 1 }
        .allSatisfy { $0.configuration.learningRate == 0.1 })
    let none = try recipe.trials { self.record($0, diverging: [0.1, 0.01]) }
    #expect(none == first)
  }

  @Test func fewerNetworksAreSomeOfTheSame() throws {
    let full = try trials(.full) { self.record($0) }.map(\.recipeHash)
    let short = try trials(.short) { self.record($0) }.map(\.recipeHash)
    #expect(short.count == 4 && Set(short).isSubset(of: full))
  }

  @Test func aSmokeNeedsNoDataAndIsSmall() throws {
    let trials = try trials(.smoke) { self.record($0) }
    #expect(trials.count == 9)
    #expect(trials.allSatisfy { $0.configuration.data.hasPrefix("glyphs:digits") })
    #expect(trials.allSatisfy { $0.configuration.epochCount <= 2 })
  }
}
