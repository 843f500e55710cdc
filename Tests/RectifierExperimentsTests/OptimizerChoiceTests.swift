// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierTraining
import Testing

@Suite struct OptimizerChoiceTests {
  private func configuration(
    _ choices: OptimizerChoice...
  ) throws(ConfigurationError) -> TrainConfiguration {
    var draft = ConfigurationDraft()
    draft.options.data = "x"
    for choice in choices { draft.steps.override(with: choice) }
    return try draft.checked()
  }

  @Test func partsArePutOverEachOther() throws {
    let first = OptimizerChoice(
      kind: .momentum(), momentum: 0.5, isNesterov: true, learningRate: 0.25)
    #expect(try configuration(first).optimizer == .momentum(coefficient: 0.5, isNesterov: true))
    let second = try configuration(
      first, OptimizerChoice(kind: .momentum(), isNesterov: false),
      OptimizerChoice(momentum: 0.75))
    #expect(second.optimizer == .momentum(coefficient: 0.75, isNesterov: false))
    #expect(second.learningRate == 0.25)
  }

  @Test func anotherOptimizerHasItsOwnRate() throws {
    let file = OptimizerChoice(kind: .momentum(), momentum: 0.5, learningRate: 0.25)
    let adam = try configuration(file, OptimizerChoice(kind: .adam()))
    #expect(adam.optimizer == .adam() && adam.learningRate == 0.001)
    let chosen = try configuration(file, OptimizerChoice(kind: .sgd, learningRate: 0.5))
    #expect(chosen.optimizer == .sgd && chosen.learningRate == 0.5)
  }

  @Test func aChoiceThatNamesNoOptimizerIsMeantForAny() throws {
    let rate = OptimizerChoice(learningRate: 0.25)
    #expect(try configuration(rate, OptimizerChoice(kind: .adam())).learningRate == 0.25)
    let parts = OptimizerChoice(momentum: 0.5, isNesterov: true)
    #expect(
      try configuration(parts, OptimizerChoice(kind: .momentum())).optimizer
        == .momentum(coefficient: 0.5, isNesterov: true))
  }

  @Test(arguments: [Optimizer.sgd, .adam()])
  func partsThatTheOptimizerLacksAreRefused(kind: Optimizer) throws {
    let reason = "only with the optimizer momentum, not with \(kind.name); leave out"
    #expect(throws: ConfigurationError.conflict(options: ["--momentum"], reason: reason)) {
      try configuration(OptimizerChoice(kind: kind, momentum: 0.9, isNesterov: false))
    }
    #expect(
      throws: ConfigurationError.conflict(options: ["--momentum", "--nesterov"], reason: reason)
    ) { try configuration(OptimizerChoice(kind: kind, momentum: 0, isNesterov: true)) }
    #expect(try configuration(OptimizerChoice(kind: kind, isNesterov: false)).optimizer == kind)
  }
}
