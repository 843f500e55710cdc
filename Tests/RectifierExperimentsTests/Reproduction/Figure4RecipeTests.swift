// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct Figure4RecipeTests {
  private func trials(_ budget: ReproductionBudget = .full) throws -> [Trial] {
    try Figure4Recipe(budget: budget).trials()
  }

  @Test func everyNumberOfLabelsHasFourNetworks() throws {
    let points = try Figure4Recipe().points()
    #expect(points.count == 2 * 6 * 4 && points.allSatisfy { $0.trials.count == 2 })
    let mnist = points.filter { $0.dataSet.data == "mnist" && $0.labelCount == 2150 }
    #expect(mnist.map(\.activation) == [.tanh, .tanh, .rectifier, .rectifier])
    #expect(mnist.map(\.isPretrained) == [false, true, false, true])
    for trial in points.flatMap(\.trials) {
      let options = trial.configuration
      #expect(options.hiddenWidths == [1000, 1000, 1000] && options.batchSize == 10)
      #expect(options.epochCount == 20 && [0.1, 0.01].contains(options.learningRate))
    }
    #expect(Set(try trials().map(\.recipeHash)).count == 96)
  }

  /// Numbers of labels are the paper's shares, 1 % is ours.
  @Test func labelsAreThePapersShares() {
    for panel in Figure4Recipe().panels {
      let shares = panel.labelCounts.map { Double($0) / Double(panel.rowCount) }
      #expect(
        zip(shares, [0.01, 0.0429, 0.2144, 0.4289, 0.6433, 1]).allSatisfy { abs($0 - $1) < 0.001 })
    }
  }

  @Test func labelsAreASampleAndTheLastAreAll() throws {
    for point in try Figure4Recipe().points() {
      for options in point.trials.map(\.configuration) {
        let isWhole = [50_000, 49_600].contains(point.labelCount)
        #expect(options.trainSampleCount == (isWhole ? nil : point.labelCount))
        #expect(options.epochSampleCount == (point.labelCount < 10_000 ? 10_000 : nil))
      }
    }
  }

  /// Layers learn from the whole training part, so that those of a kind are trained once.
  @Test func pretrainingKnowsNoLabels() throws {
    let points = try Figure4Recipe().points()
    #expect(
      points.allSatisfy { point in
        point.trials.allSatisfy { ($0.pretraining != nil) == point.isPretrained }
      })
    let pretrainings = points.flatMap(\.trials).compactMap(\.pretraining)
    #expect(pretrainings.allSatisfy { $0.training.trainSampleCount == nil })
    #expect(pretrainings.allSatisfy { $0.training.epochSampleCount == nil })
    #expect(pretrainings.allSatisfy { $0.corruptions == [.masking(level: 0.25)] })
    #expect(Set(try pretrainings.map { try $0.recipe.recipeHash() }).count == 4)
    for pretraining in pretrainings {
      let isTanh = pretraining.training.activations == [.tanh]
      #expect(pretraining.reconstructions == [isTanh ? .logistic : .softplus])
      try pretraining.check()
    }
  }

  /// A change here makes every record that there is useless.
  @Test func recipesStayWhatTheyAre() throws {
    let trials = try trials()
    #expect(trials[0].recipeHash == "663c16353cdf90b8")
    #expect(trials[95].recipeHash == "3740f3b30d55160c")
  }

  @Test func fewerNetworksAreSomeOfTheSame() throws {
    let full = try trials().map(\.recipeHash)
    let short = try trials(.short).map(\.recipeHash)
    #expect(short.count == 16 && Set(short).isSubset(of: full))
  }

  @Test func aSmokeNeedsNoDataAndIsSmall() throws {
    let trials = try trials(.smoke)
    #expect(trials.count == 16)
    #expect(trials.allSatisfy { $0.configuration.data.hasPrefix("glyphs:digits") })
    #expect(trials.allSatisfy { $0.configuration.epochCount <= 2 })
  }
}
