// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct ScalarLogTests {
  private func report(seconds: Double?) -> EpochReport {
    EpochReport(
      epoch: 2, trainingLoss: 0.5, trainingErrorRate: nil, validationLoss: 0.25,
      validationErrorRate: nil, validationMeasures: [.rootMeanSquareError: 3],
      zeroFraction: [0.5, 0.75], deadUnitCount: [0, 4], isBest: true, activationL1: 0.125,
      seconds: seconds)
  }

  @Test func whatThereIsIsNamed() {
    let scalars = ScalarLog.scalars(of: report(seconds: 1.5), learningRate: 0.1)
    #expect(
      scalars.map(\.tag) == [
        "loss/training", "loss/validation", "rmse/validation", "zeroFraction/hidden.0",
        "zeroFraction/hidden.1", "deadUnitCount/hidden.0", "deadUnitCount/hidden.1", "learningRate",
        "activationL1", "seconds/training",
      ])
    #expect(scalars.map(\.value) == [0.5, 0.25, 3, 0.5, 0.75, 0, 4, 0.1, 0.125, 1.5])
  }

  @Test func theFileComesWithTheFirstEpoch() throws {
    let folder = try ScratchFolder()
    let log = ScalarLog(folder: folder.path)
    #expect(try folder.names() == [])
    try log.append(report(seconds: nil), learningRate: 0.1)
    try log.append(report(seconds: nil), learningRate: 0.1)
    #expect(try folder.names().count == 1)
  }
}
