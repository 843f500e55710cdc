// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

@Suite struct CheckpointTests {
  private func options(
    epochs: Int, schedule: LearningRateSchedule = .constant, targetZeros: Float? = nil
  ) -> TrainingOptions {
    var options = SmallTraining.options(epochCount: epochs)
    options.schedule = schedule
    options.targetZeros = targetZeros
    if targetZeros != nil { options.activationL1 = [0, 0] }
    options.optimizer = .adam()
    options.learningRate = 0.01
    return options
  }

  private func finish(_ run: TrainingRun) throws -> Checkpoint {
    while try run.epoch() != nil {}
    return run.checkpoint()
  }

  private func resumed(_ checkpoint: Checkpoint) throws -> TrainingRun {
    try TrainingRun(
      resuming: checkpoint, training: SmallTraining.data(),
      validation: SmallTraining.data("validation", rowCount: 11))
  }

  @Test(
    arguments: [
      (.constant, nil), (.exponential(0.5), nil), (.constant, 0.6),
    ] as [(LearningRateSchedule, Float?)])
  func anExtendedRunIsThatOfItsLength(schedule: LearningRateSchedule, targetZeros: Float?) throws {
    let options = { self.options(epochs: $0, schedule: schedule, targetZeros: targetZeros) }
    let short = try finish(SmallTraining.run(options(2)))
    let whole = try finish(SmallTraining.run(options(5)))
    let extended = try #require(short.extended(to: 5))
    #expect(extended != short)
    #expect(try finish(resumed(extended)) == whole)
    // At its own length it is what it was.
    #expect(short.extended(to: 2) == short)
  }

  @Test func withinAnEpochItIsExtendedToo() throws {
    let run = try SmallTraining.run(options(epochs: 2))
    _ = try run.epoch()
    _ = try run.step()
    let extended = try #require(run.checkpoint().extended(to: 4))
    #expect(try finish(resumed(extended)) == finish(SmallTraining.run(options(epochs: 4))))
    #expect(run.checkpoint().extended(to: 1) == nil)
  }

  @Test func whatDependsOnTheLengthIsNotExtended() throws {
    let cosine = try finish(SmallTraining.run(options(epochs: 2, schedule: .cosine)))
    #expect(cosine.extended(to: 3) == nil && cosine.extended(to: 2) == cosine)
    let short = try finish(SmallTraining.run(options(epochs: 3)))
    #expect(short.extended(to: 2) == nil)
  }
}
