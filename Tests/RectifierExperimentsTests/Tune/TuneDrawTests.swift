// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct TuneDrawTests {
  private func drawn(_ text: String) throws -> TrainConfiguration {
    var base = TrainConfiguration(data: "digits")
    base.batchSize = 5
    let members = try #require(
      try JSONValue.parse(Array("{\(text)}".utf8), path: "draw").objectValue)
    return try TuneDraw.configuration(base, with: members, place: "tune")
  }

  @Test func theRestIsAsGiven() throws {
    let found = try drawn("\"hidden\": [300], \"activationL1\": [0.001]")
    #expect(found.hiddenWidths == [300] && found.activationL1 == [0.001] && found.batchSize == 5)
    #expect(found.data == "digits" && found.learningRate == 0.1)
  }

  @Test func aRateFollowsItsOptimizer() throws {
    #expect(try drawn("\"learningRate\": 0.0123").learningRate == 0.012)
    let adam = try drawn("\"learningRate\": 0.0123, \"optimizer\": \"adam\"")
    #expect(adam.learningRate == 0.00012)
    #expect(adam.optimizer == .adam())
  }

  @Test func withoutHiddenLayersNothingIsSaidOfThem() throws {
    let found = try drawn("\"hidden\": [], \"activationL1\": [0.001], \"targetZeros\": 0.7")
    #expect(found.hiddenWidths.isEmpty && found.activationL1 == [0] && found.targetZeros == nil)
  }

  @Test func aTargetOfZerosBeginsAtItsOwnPenalty() throws {
    let found = try drawn("\"activationL1\": [0.001], \"targetZeros\": 0.7")
    #expect(found.activationL1 == [0] && found.targetZeros == 0.7)
    let without = try drawn("\"activationL1\": [0.001], \"targetZeros\": null")
    #expect(without.activationL1 == [0.001] && without.targetZeros == nil)
  }
}
