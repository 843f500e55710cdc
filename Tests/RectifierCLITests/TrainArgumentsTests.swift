// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierNetworks
import Testing

@testable import RectifierCLI

@Suite struct TrainArgumentsTests {
  private func configuration(
    _ change: (inout TrainConfiguration) -> Void = { _ in }
  ) -> TrainConfiguration {
    var configuration = TrainConfiguration(data: "my digits")
    change(&configuration)
    return configuration
  }

  /// What `train` makes of the words.
  private func parsed(_ configuration: TrainConfiguration) throws -> TrainConfiguration {
    try TrainOptions.parse(TrainArguments.words(configuration)).configuration(threadCount: nil)
  }

  @Test func nothingIsSaidOfDefaults() {
    #expect(TrainArguments.command(configuration()) == "rectifier train 'my digits'")
  }

  @Test func optionsOfTheNetworkReadBack() throws {
    let given = configuration {
      $0.hiddenWidths = [7, 8]
      $0.activations = [.tanh, .softplus(sharpness: 2)]
      $0.hasSignMask = true
      $0.initializer = .heNormal
      $0.activationL1 = [1e-5, 0]
      $0.weightL2 = 1e-30
      $0.inputDropout = 0.1
      $0.dropout = [0.25, 0]
      $0.optimizer = .momentum(coefficient: 0.5, isNesterov: true)
      $0.learningRate = 0.012
      $0.schedule = .exponential(0.95)
      ($0.batchSize, $0.epochCount, $0.epochSampleCount) = (5, 7, 100)
      ($0.patience, $0.seed) = (3, 9)
    }
    #expect(try parsed(given) == given)
    let linear = configuration { $0.hiddenWidths = [] }
    #expect(TrainArguments.command(linear) == "rectifier train 'my digits' --hidden none")
    #expect(try parsed(linear) == linear)
    let target = configuration { $0.targetZeros = 0.7 }
    #expect(try parsed(target) == target)
  }

  @Test func optionsOfTheDataReadBack() throws {
    let given = configuration {
      ($0.test, $0.dataDirectory) = ("other.csv", "/data sets")
      ($0.validation, $0.validationDraw) = (.fraction(0.123456789), .random)
      ($0.trainSampleCount, $0.resize, $0.inverts) = (50, PictureSize(parsing: "8x9"), true)
      ($0.input.target, $0.input.task, $0.input.format) = ("stars", .ordinal, .csv)
      $0.input.table.texts = ["review", "title"]
      ($0.input.table.categorical, $0.input.table.numeric) = (["a"], ["b"])
      ($0.input.table.ignored, $0.input.table.missing) = (["c"], ["-"])
      ($0.input.table.hasHeader, $0.input.table.replacesInvalidUTF8) = (false, true)
      ($0.input.standardizes, $0.input.text.lowercases) = (false, false)
      ($0.input.text.longestNGram, $0.input.text.weighting) = (2, .tfidf)
      ($0.input.text.vocabularySize, $0.input.text.leastDocumentCount) = (500, 2)
      ($0.input.fittedRows, $0.input.classWeights) = (.all, .balanced)
    }
    #expect(try parsed(given) == given)
    for task in [TaskChoice.classification, .multiLabel, .regression] {
      let given = configuration { $0.input.task = task }
      #expect(try parsed(given) == given)
    }
    for validation in [ValidationChoice.count(20), .source("other.csv")] {
      let given = configuration { $0.validation = validation }
      #expect(try parsed(given) == given)
    }
    let rows = configuration {
      ($0.input.indexBase, $0.input.isBinary) = (.zero, true)
      $0.fold = Fold(parsing: "3/10")
    }
    #expect(try parsed(rows) == rows)
  }
}
