// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierNetworks
import RectifierTraining
import Testing

/// Against counts by hand for the network 6-4-3: 24 and 12 weights, in rows of 16.
@Suite struct StepCostTests {
  private let activity = LayerActivity(activeFraction: [0.5, 0.25], touchedFraction: [1, 0.75])

  private func architecture(_ activation: Activation = .rectifier) throws -> Architecture {
    try Architecture(
      inputCount: 6, hiddenWidths: [4], activations: [activation], head: .softmax(classCount: 3))
  }

  private func options(_ optimizer: Optimizer = .sgd, weightL2: Float = 0) -> TrainingOptions {
    TrainingOptions(activationL1: [0], weightL2: weightL2, optimizer: optimizer)
  }

  /// 6 rows of 16 floats, and 4 of which 3 are touched.
  private let touchedByteCount = Double((6 + 3) * 16 * 4)
  private let wholeByteCount = Double((6 + 4) * 16 * 4)

  @Test func aPrediction() throws {
    let cost = StepCost.inference(try architecture(), activity)
    #expect(cost.multiplyAdds == 15)  // 3·4 + 1·3
    #expect(cost.denseMultiplyAdds == 36)  // 6·4 + 4·3
    #expect(cost.readByteCount == touchedByteCount)
    #expect(cost.rewriteByteCount == 0)
  }

  @Test func aPredictionWithHalfTheBytes() throws {
    let cost = StepCost.inference(try architecture(), activity, precision: .bfloat16)
    #expect(cost.multiplyAdds == 15)
    #expect(cost.readByteCount == touchedByteCount / 2)
  }

  @Test func aStep() throws {
    let cost = StepCost.training(try architecture(), activity, options: options())
    // Forward and weights of both layers, inputs of the second.
    #expect(cost.multiplyAdds == 33)  // 2·(3·4) + 3·(1·3)
    #expect(cost.denseMultiplyAdds == 84)  // 2·24 + 3·12
    #expect(cost.readByteCount == touchedByteCount)
    #expect(cost.rewriteByteCount == 2 * touchedByteCount)
  }

  @Test func unitsWithASlopeAtZeroNeedAllInputGradients() throws {
    let cost = StepCost.training(try architecture(.tanh), activity, options: options())
    #expect(cost.multiplyAdds == 42)  // 2·(3·4) + 2·(1·3) + 4·3
  }

  @Test(arguments: [(Optimizer.momentum(), 4.0), (.adam(), 6.0)])
  func momentsAreRewrittenInEveryRow(optimizer: Optimizer, factor: Double) throws {
    let cost = StepCost.training(try architecture(), activity, options: options(optimizer))
    #expect(abs(cost.rewriteByteCount - factor * wholeByteCount) < 1e-9)
    #expect(cost.readByteCount == touchedByteCount)
  }

  @Test func weightDecayTouchesEveryRow() throws {
    let cost = StepCost.training(try architecture(), activity, options: options(weightL2: 0.1))
    #expect(abs(cost.rewriteByteCount - 2 * wholeByteCount) < 1e-9)
  }

  @Test func thePapersNetwork() throws {
    let dense = LayerActivity(
      activeFraction: [1, 1, 1, 1], touchedFraction: [1, 1, 1, 1])
    let paper = try Architecture(
      inputCount: 784, hiddenWidths: [1000, 1000, 1000], head: .softmax(classCount: 10))
    let cost = StepCost.training(
      paper, dense, options: TrainingOptions(activationL1: [0, 0, 0]))
    #expect(cost.multiplyAdds == 7_598_000)
    #expect(cost.denseMultiplyAdds == 7_598_000)
  }
}
