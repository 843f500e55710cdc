// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct CrossValidationTests {
  private func configuration(_ scratch: borrowing ScratchFolder) throws -> TrainConfiguration {
    var configuration = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    configuration.hiddenWidths = [4]
    configuration.epochCount = 2
    return configuration
  }

  private func result(
    foldCount: Int
  ) throws -> CrossValidationResult {
    let scratch = try ScratchFolder()
    let trials = try CrossValidation.plan(configuration(scratch), foldCount: foldCount)
      .trials(place: "--folds")
    let folder = try SweepFolder(at: scratch.file("sweep"))
    let sweep = try Sweep(trials, in: folder, workerCount: 2, environment: [:]).run()
    return CrossValidationResult(sweep)
  }

  @Test func everyRowOfTheTrainingPartIsTestedOnce() throws {
    let result = try result(foldCount: 3)
    let records = result.records.compactMap { $0 }
    #expect(records.map { $0.trial.configuration.fold?.text } == ["1/3", "2/3", "3/3"])
    #expect(records.reduce(0) { $0 + ($1.data[.test]?.sampleCount ?? 0) } == 80)
    for record in records {
      let parts = [SourceRecord.Role.training, .validation, .test].map {
        record.data[$0]?.sampleCount ?? 0
      }
      #expect(parts.reduce(0, +) == 80)
    }
    #expect(Set(records.map { $0.data[.test]?.checksum }).count == 3)
  }

  @Test func errorsAreCountedOverAllFolds() throws {
    let result = try result(foldCount: 4)
    let counts = result.results.compactMap(\.errors?.count)
    #expect(result.errors?.sampleCount == 80)
    #expect(result.errors?.count == counts.reduce(0, +))
    let mean = result.results.compactMap(\.errorRate).reduce(0, +) / 4
    #expect(result.moments(\.errorRate)?.mean == mean)
    #expect(result.json["doneCount"] == 4)
    #expect(result.json["folds"]?.arrayValue?.count == 4)
    #expect(result.json["errorRate"]?["mean"]?.doubleValue == mean)
  }

  @Test func numbersHaveTheirMeasures() throws {
    let scratch = try ScratchFolder()
    var configuration = TrainConfiguration(
      data: try scratch.write(Array(RowFiles.shops().utf8), "shops.csv"))
    configuration.input.target = "stars"
    configuration.input.task = .regression
    configuration.input.table.ignored = ["verdict", "review"]
    configuration.hiddenWidths = [4]
    configuration.epochCount = 2
    let trials = try CrossValidation.plan(configuration, foldCount: 3).trials(place: "--folds")
    let folder = try SweepFolder(at: scratch.file("sweep"))
    let result = CrossValidationResult(
      try Sweep(trials, in: folder, workerCount: 1, environment: [:]).run())
    #expect(result.measures == [.rootMeanSquareError, .meanAbsoluteError, .determination])
    let errors = result.results.compactMap { $0.measures[.rootMeanSquareError]?.value }
    let moments = try #require(result.moments(of: .rootMeanSquareError))
    #expect(errors.count == 3 && moments.mean == errors.reduce(0, +) / 3)
    #expect(moments.interval95 != nil)
    #expect(result.json["rmse"]?["mean"]?.doubleValue == moments.mean)
    #expect(result.json["errorRate"] == .null && result.json["r2"]?["interval95"] != nil)
  }

  @Test func aMissingFoldIsMissing() throws {
    let whole = try result(foldCount: 3)
    let trials = whole.records.compactMap { $0?.trial }
    let part = CrossValidationResult(
      SweepResult(trials: trials, records: [nil, whole.records[1], nil]))
    #expect(part.errors == whole.records[1]?.results?.errors)
    #expect(part.json["doneCount"] == 1)
    #expect(part.moments(\.loss)?.standardDeviation == nil)
  }

  @Test(arguments: [0, 1, 1001])
  func refusesOtherCounts(foldCount: Int) throws {
    let scratch = try ScratchFolder()
    let configuration = try configuration(scratch)
    #expect(throws: ConfigurationError.self) {
      try CrossValidation.plan(configuration, foldCount: foldCount)
    }
  }

  @Test func refusesAnotherTestPart() throws {
    let scratch = try ScratchFolder()
    var configuration = try configuration(scratch)
    configuration.test = "mnist"
    #expect(throws: ConfigurationError.self) {
      try CrossValidation.plan(configuration, foldCount: 3)
    }
  }
}
