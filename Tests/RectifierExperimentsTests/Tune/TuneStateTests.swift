// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierExperiments

@Suite struct TuneStateTests {
  private let tune: TuneCase
  private let folder: SweepFolder

  init() throws {
    tune = try TuneCase()
    folder = SweepFolder(reading: "trials")
  }

  private func finish(
    _ trials: [Trial], in state: SharedState, error: (Int) -> Double? = { _ in 0.5 }
  ) throws {
    for (index, trial) in trials.enumerated() {
      state.finish(try tune.record(of: trial, error: error(index)))
    }
  }

  @Test func bracketsOpenWhereWorkersHaveNothingToDo() throws {
    let state = SharedState(tune.plan)
    // The options as they were given are enough for one worker.
    #expect(!state.opensBracket())
    state.workerCount = 4
    #expect(state.opensBracket() && state.trials.count == 10)
    #expect(!state.opensBracket())
    state.workerCount = 11
    #expect(state.opensBracket() && state.trials.count == 19)
    state.workerCount = 100
    #expect(state.opensBracket() && !state.opensBracket() && state.trials.count == 28)
  }

  @Test func whatWouldNotEndIsPassedOver() throws {
    let state = SharedState(tune.plan)
    state.workerCount = 2
    #expect(state.opensBracket())
    // As long as nothing is known of epochs, it is tried.
    #expect(state.mayBegin(state.trials[0], secondsLeft: 1))
    #expect(!state.mayBegin(state.trials[0], secondsLeft: 0))
    try finish([state.trials[0]], in: state)
    // Two more epochs of one second, and what is held in reserve.
    let longer = state.trials[0]
    #expect(longer.configuration.epochCount == 3)
    #expect(state.mayBegin(longer, secondsLeft: 2.5))
    #expect(!state.mayBegin(longer, secondsLeft: 2.3))
    #expect(!state.mayBegin(longer, secondsLeft: 100))
  }

  @Test func theBestOfThoseThatAreDoneGoOnWhereOthersArePassedOver() throws {
    let state = SharedState(tune.plan)
    state.workerCount = 10
    #expect(state.opensBracket())
    let rung = try #require(state.stages.last?.trials)
    try finish(Array(rung.prefix(8)), in: state)
    #expect(state.stages.first { $0.bracket == 1 }?.epochCount == 3)
    #expect(!state.mayBegin(rung[8], secondsLeft: 0.1))
    #expect(state.stages.first { $0.bracket == 1 }?.epochCount == 7)
  }

  @Test func noBracketFollowsOneOfWhichHardlyAnythingBegan() throws {
    let state = SharedState(tune.plan)
    state.workerCount = 2
    #expect(state.opensBracket())
    try finish([state.trials[0]], in: state)
    for trial in state.trials where trial.configuration.epochCount == 3 {
      #expect(!state.mayBegin(trial, secondsLeft: 0.001))
    }
    #expect(!state.opensBracket())
  }

  @Test func stagesAreReportedOnceAndWhereTheyWereTrained() throws {
    let found = try tune.record(of: tune.plan.trials[0], error: 0.5)
    let state = SharedState(tune.plan, found: [found])
    #expect(state.takeCompleteStages().isEmpty)
    try finish([state.trials[0]], in: state)
    #expect(state.takeCompleteStages().map(\.name) == ["as given, 3 epochs"])
    #expect(state.takeCompleteStages().isEmpty)
  }

  @Test func whatWasFoundIsOpenedAgain() throws {
    let last = try #require(tune.plan.trials.last)
    let state = SharedState(tune.plan, found: [try tune.record(of: last, error: 0.1)])
    #expect(state.trials.count == 28)
    // It counts, though no rung has come so far.
    #expect(state.result.best?.trial == last)
  }

  @Test func onlyTheBestModelAndTheStatesOfThoseInTheRunningStay() throws {
    let state = SharedState(tune.plan)
    state.workerCount = 10
    #expect(state.opensBracket())
    let rung = try #require(state.stages.last?.trials)
    try finish(rung, in: state) { 0.9 - Double($0) / 10 }
    let paths = state.takeSuperfluousFiles(of: folder)
    #expect(
      Set(paths)
        == Set(
          rung.dropLast().map(folder.modelPath) + rung.prefix(6).map(folder.statePath)))
    #expect(state.takeSuperfluousFiles(of: folder).isEmpty)
    // The next rung: its last is worse than the best so far, its first better.
    let next = try #require(state.stages.first { $0.bracket == 1 }?.trials)
    #expect(next.map(\.lineHash) == rung.suffix(3).reversed().map(\.lineHash))
    try finish(next, in: state) { [0.05, 0.2, 0.3][$0] }
    let rest = state.takeSuperfluousFiles(of: folder)
    #expect(
      rest.contains(folder.modelPath(of: rung[8])) && !rest.contains(folder.modelPath(of: next[0])))
    #expect(
      rest.contains(folder.statePath(of: next[1])) && !rest.contains(folder.statePath(of: next[0])))
  }

  @Test func aMetricThatTheTaskLacksEndsIt() throws {
    let tune = try TuneCase(metric: .score(.rootMeanSquareError))
    let state = SharedState(tune.plan)
    state.finish(try tune.record(of: state.trials[0], error: 0.5))
    #expect(state.failure == .noMetric(.score(.rootMeanSquareError), own: .score(.errorRate)))
    #expect(state.failure?.description.contains("scored by, error, found rmse") == true)
  }
}

/// A state that expectations may change.
private final class SharedState {
  private var state: TuneState

  init(_ plan: TunePlan, found: [TrialRecord] = []) { state = TuneState(plan, found: found) }

  var workerCount: Int {
    get { state.workerCount }
    set { state.workerCount = newValue }
  }
  var trials: [Trial] { state.trials }
  var stages: [TuneStage] { state.stages }
  var failure: TuneError? { state.failure }
  var result: TuneResult { state.result(seconds: 0) }

  func opensBracket() -> Bool { state.opensBracket() }

  func mayBegin(_ trial: Trial, secondsLeft: Double) -> Bool {
    state.mayBegin(trial, secondsLeft: secondsLeft)
  }

  func finish(_ record: TrialRecord) { state.finish(record) }

  func takeCompleteStages() -> [TuneStage] { state.takeCompleteStages() }

  func takeSuperfluousFiles(of folder: SweepFolder) -> [String] {
    state.takeSuperfluousFiles(of: folder)
  }
}
