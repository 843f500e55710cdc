// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// The contract of training, for every task.
@Suite struct TaskTrainingTests {
  @Test(arguments: TaskTraining.all)
  func noExecutionShows(problem: TaskTraining) throws {
    try TrainingContract.expectNoExecutionShows { try problem.run($0) }
  }

  @Test(arguments: TaskTraining.all, [1, 4, 5, 7, 14])
  func aStopDoesNotShow(problem: TaskTraining, stop: Int) throws {
    try TrainingContract.expectNoStopShows(
      after: stop, { try problem.run($0) }, resuming: problem.resumed)
  }

  @Test(arguments: TaskTraining.all)
  func trainingLearns(problem: TaskTraining) throws {
    let run = try problem.run(options: problem.options(rate: 0.1, epochCount: 300))
    _ = try run.networks()
    #expect(run.reports.last!.trainingLoss < run.reports[0].trainingLoss * 0.33)
    let result = try Evaluation.evaluate(run.last, on: problem.data())
    let values = result.measures.mapValues(\.value)
    switch problem.task {
    case .ordinal, .regression:
      #expect(try #require(values[.determination]) > 0.8)
      #expect(try #require(values[.rootMeanSquareError]) >= values[.meanAbsoluteError]!)
    case .multiLabel: #expect(try #require(values[.microF1]) > 0.8)
    case .classification: #expect(try #require(values[.weightedErrorRate]) < 0.2)
    }
  }

  /// What the epoch's report, the model's facts and an evaluation of the model say is one thing.
  @Test(arguments: TaskTraining.all)
  func epochsAreMeasuredByTheTask(problem: TaskTraining) throws {
    let run = try problem.run()
    while let report = try run.epoch() {
      let measures = try #require(report.validationMeasures)
      #expect(Set(measures.keys) == Set(run.epochMeasures))
      let model = run.last
      #expect(model.task == problem.task && model.facts.validationMeasures == measures)
      let result = try Evaluation.evaluate(
        model, on: problem.data("validation", rowCount: 11))
      for (measure, value) in measures { #expect(result.measures[measure]?.value == value) }
      #expect(result.loss == report.validationLoss)
    }
    let scores = run.reports.map { report in
      switch problem.task {
      case .ordinal, .regression: report.validationMeasures![.rootMeanSquareError]!
      case .classification: report.validationMeasures![.weightedErrorRate]!
      case .multiLabel: report.validationLoss
      }
    }
    #expect(scores == run.reports.map(\.validation.score))
    #expect(run.best?.facts.epoch == scores.firstIndex(of: scores.min()!)! + 1)
  }

  /// Levels say how classes are scored, and change no step.
  @Test func levelsLeaveTrainingAlone() throws {
    let ordinal = TaskTraining(task: .ordinal(levels: TaskTraining.levels))
    let plain = TaskTraining(task: .classification)
    let expected = try plain.run().networks().map(TrainingContract.bits)
    #expect(try ordinal.run().networks().map(TrainingContract.bits) == expected)
    var silent = plain.options()
    silent.task = nil
    let run = try plain.run(options: silent)
    #expect(try run.networks().map(TrainingContract.bits) == expected)
    #expect(run.last.task == .classification && run.reports[0].validationMeasures == nil)
  }

  @Test(arguments: [LearningTask.classification, .multiLabel])
  func weightsOfOneAreNone(task: LearningTask) throws {
    let plain = try TaskTraining(task: task).run().networks().map(TrainingContract.bits)
    let weighted = TaskTraining(task: task, classWeights: [1, 1, 1, 1])
    #expect(try weighted.run().networks().map(TrainingContract.bits) == plain)
    let unequal = TaskTraining(task: task, classWeights: [1, 2, 1, 1])
    #expect(try unequal.run().networks().map(TrainingContract.bits) != plain)
  }

  /// Labels that logistic outputs have are enough to be learned as sets.
  @Test func setsNeedNoWord() throws {
    let problem = TaskTraining(task: .multiLabel)
    var options = problem.options()
    options.task = nil
    let run = try problem.run(options: options)
    _ = try run.networks()
    #expect(run.last.task == .multiLabel && run.last.labels == ["a", "b", "c", "d"])
    #expect(
      try TrainingContract.bits(run.last.network)
        == problem.run().networks().map(TrainingContract.bits).last)
  }
}
