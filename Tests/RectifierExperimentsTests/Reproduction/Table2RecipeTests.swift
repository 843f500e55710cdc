// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct Table2RecipeTests {
  private let recipe = Table2Recipe()

  @Test func theFirstTrialsChooseRatesOnTheFirstFold() throws {
    let trials = try recipe.trials { _ in nil }
    // 1 + 2 × 2 × 2 networks × 2 rates.
    #expect(trials.count == 18 && Set(trials.map(\.recipeHash)).count == 18)
    for trial in trials {
      let options = trial.configuration
      #expect(options.fold == Fold(number: 1, count: 10) && options.epochCount == 10)
      #expect(options.input.target == "rating" && options.input.task == .ordinal)
      #expect(options.input.text.vocabularySize == 5000 && options.input.fittedRows == .all)
      #expect([[], [5000], [5000, 5000, 5000]].contains(options.hiddenWidths))
      let isPenalised = options.activations == [.rectifier] && !options.hiddenWidths.isEmpty
      #expect(options.activationL1.first == (isPenalised ? 1e-4 : 0))
      try options.check()
      try trial.pretraining?.check()
    }
  }

  @Test func layersAreTrainedOnceForAllFoldsAndRates() throws {
    let record = Table2Samples.records { _ in 0.8 }
    let trials = try recipe.trials(given: record)
    #expect(trials.count == 9 * 11)
    let pretrained = trials.filter { $0.pretraining != nil }
    #expect(pretrained.count == 44)
    #expect(Set(pretrained.compactMap(\.pretrainingHash)).count == 4)
    for trial in pretrained {
      let pretraining = try #require(trial.pretraining)
      let input = pretraining.training.input
      #expect(input.target == nil && input.task == .automatic)
      #expect(input.table.ignored == ["rating"] && input.table.texts == ["review"])
      #expect(input.fittedRows == .all && pretraining.training.fold == nil)
      #expect(pretraining.reconstructions == [.logistic])
      #expect(pretraining.corruptions[0] == .saltAndPepper(zeros: 0.8, ones: 0.005))
      #expect(pretraining.corruptions.count == trial.configuration.hiddenWidths.count)
      #expect(pretraining.training.epochCount == 15)
      #expect(pretraining.recipe["target"] == nil && pretraining.recipe["fold"] == nil)
    }
  }

  @Test func theLowerErrorOfTheValidationPartWins() throws {
    let record = Table2Samples.records { $0.configuration.learningRate == 0.01 ? 0.7 : 0.8 }
    for cell in try recipe.cells(given: record) {
      #expect(cell.trials.final.map(\.configuration.fold?.number) == Array(1...10))
      #expect(cell.trials.final.allSatisfy { $0.configuration.learningRate == 0.01 })
      // The winner's first fold has been trained already.
      #expect(cell.trials.all.count == 11 && cell.trials.selection.contains(cell.trials.final[0]))
    }
  }

  @Test func whereAllDivergedThereIsNoWinner() throws {
    let record = Table2Samples.records { _ in nil }
    #expect(try recipe.cells(given: record).allSatisfy { $0.trials.final.isEmpty })
  }

  /// A change here makes every record that there is useless.
  @Test func recipesStayWhatTheyAre() throws {
    let trials = try recipe.trials { _ in nil }
    #expect(trials[0].recipeHash == "f189e05cd8f396db")
    let pretrained = try #require(trials.first { $0.pretraining != nil })
    #expect(pretrained.recipeHash == "1ffe28fa395860cd")
    #expect(pretrained.pretrainingHash == "0799317945c5621f")
  }

  @Test func budgetsDifferInSize() throws {
    let short = try Table2Recipe(budget: .short).trials { _ in nil }
    #expect(short.count == 18)
    #expect(short.allSatisfy { $0.configuration.hiddenWidths.allSatisfy { $0 == 1000 } })
    let smoke = try Table2Recipe(budget: .smoke).trials { _ in nil }
    #expect(smoke.allSatisfy { $0.configuration.hiddenWidths.allSatisfy { $0 <= 12 } })
  }
}
