// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct AmazonRecipeTests {
  private let recipe = AmazonRecipe()

  @Test func theFirstTrialsChooseRates() throws {
    let trials = try recipe.trials { _ in nil }
    // 4 domains × 2 numbers of labels × 3 networks × 2 rates.
    #expect(trials.count == 48 && Set(trials.map(\.recipeHash)).count == 48)
    for trial in trials {
      let options = trial.configuration
      #expect(options.data.hasPrefix("amazon/") && options.data.hasSuffix("_train.svmlight"))
      #expect(options.test == options.data.replacing("_train", with: "_test"))
      #expect(options.input.isBinary && options.seed == 1)
      #expect(options.epochSampleCount == (options.trainSampleCount == 100 ? 2000 : nil))
      try options.check()
      try trial.pretraining?.check()
    }
  }

  @Test func layersAreTrainedOnceOnAllDomains() throws {
    let pretrained = try recipe.trials { _ in nil }.compactMap(\.pretraining)
    #expect(pretrained.count == 16 && Set(pretrained.map(\.training.data)).count == 1)
    #expect(
      pretrained[0].training.data
        == "amazon/books_train.svmlight,amazon/dvd_train.svmlight,amazon/electronics_train.svmlight,"
        + "amazon/kitchen_train.svmlight")
    let all = try recipe.trials(given: Self.record)
    #expect(all.count == 24 * 4)
    #expect(Set(all.compactMap(\.pretrainingHash)).count == 1)
    #expect(Set(all.map(\.configuration.seed)) == [1, 2, 3])
  }

  private static func record(_ trial: Trial) -> TrialRecord? {
    try? Table1Samples.record(
      of: trial, validationErrorRate: trial.configuration.learningRate == 0.1 ? 0.2 : 0.3,
      testErrorRate: 0.2)
  }

  @Test func theWinnerIsTrainedFromThreeSeeds() throws {
    for cell in try recipe.cells(given: Self.record) {
      #expect(cell.trials.final.map(\.configuration.seed) == [1, 2, 3])
      #expect(cell.trials.final.allSatisfy { $0.configuration.learningRate == 0.1 })
      #expect(cell.trials.final.allSatisfy { $0.configuration.trainSampleCount == cell.labelCount })
    }
  }

  /// A change here makes every record that there is useless.
  @Test func recipesStayWhatTheyAre() throws {
    let trials = try recipe.trials { _ in nil }
    #expect(trials[0].recipeHash == "6ef5f504e75bd625")
    let pretrained = try #require(trials.first { $0.pretraining != nil })
    #expect(pretrained.recipeHash == "9f1e2587c0f837ad")
    #expect(pretrained.pretrainingHash == "7b9aa86ac5720167")
  }
}
