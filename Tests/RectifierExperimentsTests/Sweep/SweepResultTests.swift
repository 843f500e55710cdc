// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct SweepResultTests {
  private func result(_ texts: [String]) throws -> (SweepResult, ScratchFolder) {
    let scratch = try ScratchFolder()
    var base = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    base.hiddenWidths = [4]
    base.epochCount = 1
    let trials = try SweepPlan(base: base, varying: texts, trialCount: nil)
      .trials(place: "--vary")
    let folder = try SweepFolder(at: scratch.file("sweep"))
    return (try Sweep(trials, in: folder, workerCount: 1, environment: [:]).run(), scratch)
  }

  @Test func theBestValidationResultComesFirst() throws {
    let (result, _) = try result(["seed=1,2,3", "hidden=[4],[8]"])
    let rates = result.ranked.map { $0.results?.validationErrorRate ?? 2 }
    #expect(rates == rates.sorted())
    #expect(result.variedKeys == ["hidden", "seed"])
    #expect(result.score == .errorRate && result.json["score"] == "errorRate")
    #expect(result.ranked.allSatisfy { $0.validationScores.isEmpty })
    #expect(result.ranked[0].json["validationScores"] == nil)
    #expect(result.ranked[0].json["results"]?["validationLoss"] == nil)
  }

  /// The sweep of a table that is learned as a task.
  private func shops(
    _ texts: [String], _ change: (inout InputConfiguration) -> Void
  ) throws -> (result: SweepResult, scratch: ScratchFolder) {
    let scratch = try ScratchFolder()
    var base = TrainConfiguration(
      data: try scratch.write(Array(RowFiles.shops().utf8), "shops.csv"))
    base.input.target = "stars"
    base.input.table.ignored = ["verdict", "review"]
    base.hiddenWidths = [4]
    base.epochCount = 2
    base.validation = .count(20)
    base.fold = Fold(number: 1, count: 3)
    change(&base.input)
    let trials = try SweepPlan(base: base, varying: texts, trialCount: nil)
      .trials(place: "--vary")
    let folder = try SweepFolder(at: scratch.file("sweep"))
    return (try Sweep(trials, in: folder, workerCount: 1, environment: [:]).run(), scratch)
  }

  @Test(arguments: [TaskChoice.ordinal, .regression])
  func numbersCompareByTheirDistance(task: TaskChoice) throws {
    let (result, scratch) = try shops(["seed=1,2,3,4"]) { $0.task = task }
    #expect(result.score == .rootMeanSquareError && result.json["score"] == "rmse")
    let errors = result.ranked.compactMap {
      $0.results?.validationMeasures[.rootMeanSquareError]
    }
    #expect(errors.count == 4 && errors == errors.sorted() && errors[0] < errors[3])
    for record in result.ranked {
      #expect(record.validationScores.count == 2)
      #expect(record.validationScores.min() == record.results?.validation.score)
      #expect(record.results?.scored.score == record.results?.measures[.rootMeanSquareError]?.value)
      let path = scratch.file("sweep/\(record.trial.recipeHash).json")
      #expect(try TrialRecord(contentsOf: path, of: record.trial) == record)
    }
  }

  /// Sets of labels compare by the loss that validates, not by that of the test part.
  @Test func setsOfLabelsCompareByTheLossThatValidates() throws {
    let scratch = try ScratchFolder()
    let lines = (0..<60).map { row in
      (row % 2 == 0 ? "__label__even " : "") + (row % 3 == 0 ? "__label__third " : "")
        + "__label__any number \(row % 6)"
    }
    var base = TrainConfiguration(
      data: try scratch.write(Array(lines.joined(separator: "\n").utf8), "sets.txt"))
    base.hiddenWidths = [4]
    base.epochCount = 2
    base.fold = Fold(number: 1, count: 3)
    let trials = try SweepPlan(base: base, varying: ["seed=1,2,3"], trialCount: nil)
      .trials(place: "--vary")
    let folder = try SweepFolder(at: scratch.file("sweep"))
    let result = try Sweep(trials, in: folder, workerCount: 1, environment: [:]).run()
    let losses = result.ranked.compactMap { $0.results?.validationLoss }
    #expect(result.score == .loss && losses.count == 3 && losses == losses.sorted())
    #expect(result.ranked.allSatisfy { $0.results?.validationLoss != $0.results?.loss })
    let record = result.ranked[0]
    #expect(
      try TrialRecord(
        contentsOf: scratch.file("sweep/\(record.trial.recipeHash).json"), of: record.trial)
        == record)
  }

  @Test func classesThatAreWeighedDifferentlyCompareByTheirErrors() throws {
    let alike = try shops(["seed=1,2"]) { input in
      input.task = .classification
      input.classWeights = .balanced
    }
    #expect(alike.result.score == .weightedErrorRate)
    let other = try shops(["class-weights=balanced,equal"]) { $0.task = .classification }
    #expect(other.result.score == .errorRate)
    let nothing = SweepResult(trials: other.result.trials, records: [nil, nil])
    #expect(nothing.score == nil && nothing.json["score"] == .null)
  }

  @Test func onlyWhatIsDoneIsRanked() throws {
    let (whole, _) = try result(["seed=1,2"])
    let part = SweepResult(trials: whole.trials, records: [nil, whole.records[1]])
    #expect(!part.isComplete && part.doneCount == 1)
    #expect(part.ranked.map(\.trial) == [whole.trials[1]])
    #expect(part.json["doneCount"] == 1 && part.json["trialCount"] == 2)
    #expect(part.json["trials"]?.arrayValue?.count == 1)
  }
}
