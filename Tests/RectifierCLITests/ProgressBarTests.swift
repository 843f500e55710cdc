// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

@testable import RectifierCLI

@Suite struct ProgressBarTests {
  private func step(_ epoch: Int, _ step: Int, loss: Double, zeros: [Double]) -> StepReport {
    StepReport(
      epoch: epoch, step: step, stepCount: 4, sampleCount: 10, loss: loss, zeroFraction: zeros)
  }

  @Test func theLineShowsTheEpochSoFar() {
    var bar = ProgressBar(epochCount: 3)
    bar.add(step(1, 1, loss: 2, zeros: [0.5, 0.25]), seconds: 0.01)
    bar.add(step(1, 2, loss: 1, zeros: [0.7, 0.25]), seconds: 0.01)
    #expect(
      bar.line == "epoch 1/3 [==========>         ] 50 %  1 000 samples/s  ETA 0.1 s  loss 1.5000"
        + "  zeros 0.60 0.25")
  }

  @Test func aNewEpochBeginsItsMeansAgainAndKeepsTheValidationError() {
    var bar = ProgressBar(epochCount: 3)
    bar.add(step(1, 4, loss: 8, zeros: [0]), seconds: 0.1)
    bar.add(
      EpochReport(
        epoch: 1, trainingLoss: 8, trainingErrorRate: 0.5, validationLoss: 7,
        validationErrorRate: 0.25, zeroFraction: [0], deadUnitCount: [0], isBest: true,
        seconds: 0.4, evaluationSeconds: 2))
    bar.add(step(2, 1, loss: 4, zeros: [1]), seconds: 0.1)
    // 3 + 4 steps of 0.1 s, and 2 evaluations of 2 s.
    #expect(abs((bar.remainingSeconds ?? 0) - 4.7) < 1e-9)
    #expect(
      bar.line == "epoch 2/3 [=====>              ] 25 %  100 samples/s  ETA 4.7 s  loss 4.0000"
        + "  validation 25.00 %  zeros 1.00")
  }

  @Test func beforeAnythingIsTimedThereIsNoRate() {
    let bar = ProgressBar(epochCount: 3)
    #expect(bar.samplesPerSecond == nil)
    #expect(bar.remainingSeconds == nil)
  }
}
