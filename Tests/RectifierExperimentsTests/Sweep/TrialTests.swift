// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierNetworks
import Testing

@testable import RectifierExperiments

@Suite struct TrialTests {
  private let configuration = TrainConfiguration(data: "mnist")

  private func hash(_ change: (inout TrainConfiguration) -> Void = { _ in }) throws -> String {
    var changed = configuration
    change(&changed)
    return try Trial(changed).recipeHash
  }

  @Test func aHashIsThatOfTheRecipesText() throws {
    var configuration = configuration
    configuration.activationL1 = [1e-5]
    configuration.seed = 7
    let trial = try Trial(configuration)
    let text = "{\"activationL1\":[1e-05],\"data\":\"mnist\",\"seed\":7}"
    #expect(try JSONValue.object(trial.recipe).text(.canonical) == text)
    // FNV-1a 64 of that text, as an independent program computes it.
    #expect(trial.recipeHash == "6cfe356c3b36c7e5")
  }

  @Test func whereAndHowChangeNothing() throws {
    #expect(try hash { $0.threadCount = 7 } == hash())
    #expect(try hash { $0.dataDirectory = "elsewhere" } == hash())
    #expect(try hash { $0.learningRate = $0.optimizer.defaultLearningRate } == hash())
  }

  @Test func whatDeterminesAResultChangesIt() throws {
    let changes: [(inout TrainConfiguration) -> Void] = [
      { $0.data = "glyphs" }, { $0.seed = 2 }, { $0.test = "other" }, { $0.epochCount = 21 },
      { $0.validation = .count(10) }, { $0.validation = .fraction(0.5) },
      { $0.validationDraw = .random }, { $0.inverts = true }, { $0.hiddenWidths = [1000] },
      { $0.activations = [.tanh] }, { $0.hasSignMask = true }, { $0.initializer = .heNormal },
      { $0.activationL1 = [1e-4] }, { $0.weightL2 = 1e-4 }, { $0.optimizer = .adam() },
      { $0.learningRate = 0.2 }, { $0.schedule = .cosine }, { $0.batchSize = 11 },
      { $0.inputDropout = 0.2 }, { $0.dropout = [0.5] }, { $0.targetZeros = 0.9 },
      { $0.patience = 1 }, { $0.trainSampleCount = 500 }, { $0.epochSampleCount = 100 },
      { $0.resize = TrialTests.size }, { $0.epochTies = .loss },
    ]
    var hashes = [try hash()]
    for change in changes { hashes.append(try hash(change)) }
    #expect(Set(hashes).count == changes.count + 1)
  }

  @Test func aRateOfTheOptimizersOwnIsNoDeviation() throws {
    var adam = configuration
    adam.optimizer = .adam()
    #expect(adam.recipe["learningRate"] == nil)
    adam.learningRate = configuration.learningRate
    #expect(adam.recipe["learningRate"] == JSONValue(configuration.learningRate))
  }

  @Test func aRecipeReadsBackAsItsConfiguration() throws {
    var configuration = configuration
    configuration.optimizer = .momentum(coefficient: 0.5, isNesterov: true)
    configuration.hiddenWidths = [3, 2]
    configuration.activationL1 = [0.1, 0.3]
    let read = try TrainConfiguration(json: .object(configuration.recipe), place: "recipe")
    #expect(read == configuration)
  }

  @Test func dataAreToldApartByWhatIsReadAndHowItIsDivided() throws {
    func key(_ change: (inout TrainConfiguration) -> Void = { _ in }) throws -> String {
      var changed = configuration
      change(&changed)
      return try Trial(changed).dataKey
    }
    #expect(try key { $0.seed = 2 } == key())
    #expect(try key { $0.hiddenWidths = [1] } == key())
    #expect(try key { $0.validation = .count(9) } != key())
    #expect(try key { $0.test = "other" } != key())
    #expect(try key { $0.dataDirectory = "elsewhere" } != key())
    #expect(
      try key {
        $0.validationDraw = .random
        $0.seed = 2
      } != key { $0.validationDraw = .random })
  }

  /// Trials that learn from samples of one data set share the set.
  @Test func aSampleIsToldApartByItsSizeAndSeed() throws {
    func trial(_ count: Int?, seed: UInt64 = 1) throws -> Trial {
      var changed = configuration
      (changed.trainSampleCount, changed.seed) = (count, seed)
      return try Trial(changed)
    }
    let trials = try [trial(nil), trial(9), trial(10), trial(9, seed: 2)]
    #expect(Set(trials.map(\.dataKey)).count == 1)
    #expect(Set(trials.map(\.sampleKey)).count == 4)
    #expect(try trial(nil, seed: 2).sampleKey == trials[0].sampleKey)
  }

  private static let size = try? TrainConfiguration.pictureSize(parsing: "4x4")
}
