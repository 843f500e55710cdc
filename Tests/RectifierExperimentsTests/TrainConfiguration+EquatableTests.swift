// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierTraining
import Testing

@Suite struct TrainConfigurationEquatableTests {
  private typealias Change = @Sendable (inout TrainConfiguration) -> Void

  /// One for every stored property.
  private static let changes: [Change] = [
    { $0.data = "y" }, { $0.dataDirectory = "d" }, { $0.test = "t" },
    { $0.validation = .count(7) }, { $0.validationDraw = .random }, { $0.trainSampleCount = 7 },
    { $0.resize = PictureSize(parsing: "3x4") }, { $0.inverts = true },
    { $0.input.isBinary = true },
    { $0.hiddenWidths = [1000, 1000] },
    { $0.activations = [.tanh] }, { $0.hasSignMask = true }, { $0.initializer = .heNormal },
    { $0.pretrained = "layers" },
    { $0.activationL1 = [0.5] }, { $0.targetZeros = 0.5 }, { $0.weightL2 = 0.5 },
    { $0.fold = Fold(number: 1, count: 2) }, { $0.inputDropout = 0.5 }, { $0.dropout = [0.5] },
    { $0.optimizer = .adam(firstDecay: 0.5) }, { $0.learningRate = 0.5 },
    { $0.schedule = .cosine }, { $0.batchSize = 3 }, { $0.epochCount = 3 },
    { $0.epochSampleCount = 30 }, { $0.patience = 3 }, { $0.epochTies = .first },
    { $0.seed = .max }, { $0.threadCount = 3 },
  ]

  @Test func everyPropertyCounts() {
    let usual = TrainConfiguration(data: "x")
    #expect(Mirror(reflecting: usual).children.count == Self.changes.count)
    for (index, change) in Self.changes.enumerated() {
      var changed = usual
      change(&changed)
      #expect(changed != usual && changed == changed, "\(index)")
    }
  }

  @Test func constantsThatNoFileHoldsCount() {
    var a = TrainConfiguration(data: "x")
    a.optimizer = .adam()
    var b = a
    b.optimizer = .adam(epsilon: 1e-6)
    #expect(a.json == b.json && a != b)
  }

  @Test func aDefaultRateThatWasAskedForIsNoOther() {
    let usual = TrainConfiguration(data: "x")
    var chosen = usual
    chosen.learningRate = 0.1
    #expect(chosen == usual)
  }
}
