// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierExperiments

@Suite struct TrialCostTests {
  private func trial(
    _ widths: [Int], epochs: Int = 2, _ change: (inout TrainConfiguration) -> Void = { _ in }
  ) throws -> Trial {
    var configuration = TrainConfiguration(data: "digits")
    (configuration.hiddenWidths, configuration.epochCount) = (widths, epochs)
    change(&configuration)
    return try Trial(configuration)
  }

  @Test func nothingIsKnownAtTheBeginning() throws {
    #expect(try TrialCost().seconds(of: trial([10])) == nil)
  }

  @Test func itsOwnEpochsTakeWhatTheyTook() throws {
    var cost = TrialCost()
    cost.observe(try trial([10]), secondsPerEpoch: 3)
    cost.observe(try trial([1000]), secondsPerEpoch: 30)
    #expect(try cost.seconds(of: trial([10], epochs: 5)) == 15)
  }

  @Test func anotherTakesAsLongAsTheNearest() throws {
    var cost = TrialCost()
    cost.observe(try trial([100]), secondsPerEpoch: 1)
    cost.observe(try trial([1000, 1000]), secondsPerEpoch: 8)
    // One that has less to do is not taken for faster, and one with four times the work takes four.
    #expect(try cost.seconds(of: trial([90], epochs: 3)) == 3)
    #expect(try cost.seconds(of: trial([1000], epochs: 1)) == 8)
    let four = try #require(try cost.seconds(of: trial([1000, 1000, 1000, 1000], epochs: 1)))
    #expect(four > 15 && four < 17)
  }

  @Test func thoseWithTheSameOptimizerAreAskedFirst() throws {
    var cost = TrialCost()
    cost.observe(try trial([100]), secondsPerEpoch: 1)
    let adam = try trial([100], epochs: 1) { $0.optimizer = .adam() }
    #expect(cost.seconds(of: adam) == 1)
    cost.observe(try trial([50]) { $0.optimizer = .adam() }, secondsPerEpoch: 10)
    #expect(try #require(cost.seconds(of: adam)) >= 10)
    #expect(try cost.seconds(of: trial([90], epochs: 1)) == 1)
  }

  @Test func whatIsDoneIsNotDoneAgain() throws {
    let record = TrialRecord(
      trial: try trial([10]), data: [:], startedAt: "",
      host: TrialRecord.Host(instructionSet: .portable, processorCount: 1, version: ""))
    var cost = TrialCost()
    cost.finish(record)
    cost.observe(record.trial, secondsPerEpoch: 3)
    #expect(try cost.seconds(of: trial([10], epochs: 5)) == 9)
    let cosine = try trial([10], epochs: 5) { $0.schedule = .cosine }
    #expect(cost.seconds(of: cosine) == 15)
  }
}
