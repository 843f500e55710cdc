// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct Table1RecipeTests {
  private let recipe = Table1Recipe()

  /// Records in which a trial's validation error and reconstruction error are what a rule says.
  private func records(
    of trials: [Trial], validation: @escaping (Trial) -> Double?,
    reconstruction: @escaping (Trial) -> Double = { _ in 1 }
  ) -> (Trial) -> TrialRecord? {
    let known = Set(trials.map(\.recipeHash))
    return { trial in
      known.contains(trial.recipeHash)
        ? try? Table1Samples.record(
          of: trial, validationErrorRate: validation(trial), testErrorRate: 0.02,
          reconstructionError: reconstruction(trial))
        : nil
    }
  }

  @Test func theFirstTrialsAreThoseThatChooseRates() throws {
    let trials = try recipe.trials { _ in nil }
    // 4 data sets × 2 × 3 networks × 2 rates.
    #expect(trials.count == 48)
    #expect(trials.allSatisfy { $0.configuration.epochCount == 20 && $0.configuration.seed == 1 })
    let pretrained = trials.filter { $0.pretraining != nil }
    #expect(pretrained.count == 24)
    #expect(pretrained.allSatisfy { $0.configuration.learningRate == 0.1 })
    #expect(Set(pretrained.compactMap { $0.pretraining?.training.learningRate }) == [0.1, 0.01])
    for trial in trials {
      let isRectifier = trial.configuration.activations == [.rectifier]
      #expect(trial.configuration.activationL1 == [isRectifier ? 3.5e-5 : 0])
      #expect(trial.configuration.batchSize == 10)
    }
  }

  @Test func pretrainingIsThatOfThePaper() throws {
    for trial in try recipe.trials(given: { _ in nil }) {
      guard let pretraining = trial.pretraining else { continue }
      #expect(pretraining.corruptions == [.masking(level: 0.25)])
      let isTanh = trial.configuration.activations == [.tanh]
      let ofCodes: Reconstruction = isTanh ? .logistic : .softplus
      let isNORB = trial.configuration.data == "norb-cluttered"
      #expect(pretraining.reconstructions == (isNORB ? [.linear, ofCodes] : [ofCodes]))
      #expect(pretraining.training.hiddenWidths == trial.configuration.hiddenWidths)
      #expect(pretraining.training.seed == trial.configuration.seed)
      #expect(!pretraining.tiesWeights)
    }
  }

  @Test func theWinnerByValidationErrorIsTrainedFromThreeSeeds() throws {
    let first = try recipe.trials { _ in nil }.filter {
      $0.pretraining == nil && $0.configuration.data == "mnist"
    }
    let record = records(
      of: first,
      validation: {
        ($0.configuration.activations == [.tanh]) == ($0.configuration.learningRate == 0.01)
          ? 0.01 : 0.02
      })
    let cells = try recipe.cells(given: record).filter { !$0.final.isEmpty }
    #expect(cells.count == 3)
    for cell in cells {
      #expect(cell.column.name == "MNIST" && !cell.isPretrained)
      #expect(cell.final.map(\.configuration.seed) == [1, 2, 3])
      let rate: Float = cell.activation == .tanh ? 0.01 : 0.1
      #expect(cell.final.allSatisfy { $0.configuration.learningRate == rate })
      #expect(cell.final.allSatisfy { $0.configuration.epochCount == 50 })
      #expect(cell.final.allSatisfy { $0.configuration.patience == 10 })
    }
  }

  @Test func theRateOfPretrainingIsThatOfTheLowestReconstructionError() throws {
    let mnist = { (trial: Trial) in
      trial.pretraining != nil && trial.configuration.data == "mnist"
    }
    let rateBefore = { (trial: Trial) in trial.pretraining?.training.learningRate }
    let first = try recipe.trials { _ in nil }.filter(mnist)
    #expect(first.count == 6)
    let reconstruction = { (trial: Trial) in rateBefore(trial) == 0.01 ? 1.0 : 2 }
    // The other rate of pre-training has the better validation error, which does not count.
    let validation = { (trial: Trial) -> Double? in
      rateBefore(trial) == 0.1 ? 0.001 : trial.configuration.learningRate == 0.01 ? 0.01 : 0.02
    }
    let second = try recipe.trials(
      given: records(of: first, validation: validation, reconstruction: reconstruction)
    ).filter(mnist)
    #expect(second.count == 9)
    let third = try recipe.cells(
      given: records(of: second, validation: validation, reconstruction: reconstruction)
    ).filter { $0.isPretrained && $0.column.name == "MNIST" }
    for cell in third {
      #expect(cell.selection.count == 3 && cell.final.count == 3)
      #expect(cell.final.allSatisfy { rateBefore($0) == 0.01 })
      #expect(cell.final.allSatisfy { $0.configuration.learningRate == 0.01 })
      #expect(cell.final.map { $0.pretraining?.training.seed } == [1, 2, 3])
    }
  }

  @Test func aCellAllOfWhoseSelectionDivergedHasNoWinner() throws {
    let first = try recipe.trials { _ in nil }
    let cells = try recipe.cells(given: records(of: first, validation: { _ in nil }))
    #expect(cells.allSatisfy { $0.isPretrained || $0.final.isEmpty })
  }

  /// A change here makes every record that there is useless.
  @Test func recipesStayWhatTheyAre() throws {
    let trials = try recipe.trials { _ in nil }
    #expect(trials[0].recipeHash == "2817e7b17c9ae232")
    let pretrained = try #require(trials.first { $0.pretraining != nil })
    #expect(pretrained.recipeHash == "b5b41333b39c9328")
  }

  @Test func dataSetsComeOneAfterAnother() throws {
    let names = try recipe.trials { _ in nil }.map(\.configuration.data)
    #expect(
      names.reduce(into: []) { if $0.last != $1 { $0.append($1) } } == [
        "mnist", "cifar10", "glyphs?samples=2000000", "norb-cluttered",
      ])
  }

  @Test func aSmokeIsSmallAndHasAllCells() throws {
    let recipe = Table1Recipe(budget: .smoke)
    let trials = try recipe.trials { _ in nil }
    #expect(trials.count == 48 && Set(trials.map(\.recipeHash)).count == 48)
    #expect(trials.allSatisfy { $0.configuration.data.hasPrefix("glyphs:digits") })
    #expect(trials.allSatisfy { $0.configuration.hiddenWidths.max() ?? 0 <= 16 })
  }

  /// Glyphs are seen once each, by the networks that choose rates and by the winner's.
  @Test func noTrainingOnGlyphsIsLongerThanOnePass() throws {
    let first = try recipe.trials { _ in nil }
    let cells = try recipe.cells(given: records(of: first, validation: { _ in 0.1 }))
      .filter { $0.column == .glyphs && !$0.isPretrained }
    for cell in cells {
      #expect(cell.final.count == 3 && cell.trials.count == 4)
      for trial in cell.trials {
        let epochSampleCount = try #require(trial.configuration.epochSampleCount)
        #expect(trial.configuration.epochCount * epochSampleCount == 2_000_000)
      }
    }
  }
}
