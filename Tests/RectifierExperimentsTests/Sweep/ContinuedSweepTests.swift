// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Synchronization
import Testing

@testable import RectifierExperiments

/// Sweeps in which longer trainings of a network go on from shorter ones.
@Suite struct ContinuedSweepTests {
  private let scratch: ScratchFolder
  private let base: TrainConfiguration

  init() throws {
    scratch = try ScratchFolder()
    var base = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    base.hiddenWidths = [6]
    self.base = base
  }

  private func trials(_ epochs: String, of base: TrainConfiguration) throws -> [Trial] {
    try SweepPlan(base: base, varying: ["epochs=\(epochs)"], trialCount: nil)
      .trials(place: "--vary")
  }

  /// A sweep that keeps states, and the epochs that it trains.
  private func run(
    _ trials: [Trial], _ name: String, keepsStates: Bool = true, _ events: Sweep.Events = .init()
  ) throws -> (records: [String], epochs: [Int]) {
    var sweep = try Sweep(
      trials, in: SweepFolder(at: scratch.file(name)), workerCount: 1, environment: [:])
    sweep.keepsStates = keepsStates
    let epochs = Mutex<[Int]>([])
    var events = events
    events.epoch = { _, report in epochs.withLock { $0.append(report.epoch) } }
    return (try sweep.run(events).comparable(), epochs.withLock { $0 })
  }

  @Test func noEpochIsDoneTwice() throws {
    let trials = try trials("1,3,4", of: base)
    let continued = try run(trials, "continued")
    #expect(continued.epochs == [1, 2, 3, 4])
    let anew = try run(trials, "anew", keepsStates: false)
    #expect(anew.epochs == [1, 1, 2, 3, 1, 2, 3, 4])
    #expect(continued.records == anew.records)
  }

  @Test func modelsAreThoseOfRunsOfTheirLength() throws {
    let trials = try trials("1,3", of: base)
    _ = try run(trials, "sweep")
    for trial in trials {
      let session = try TrainingSession.start(
        trial.configuration, out: scratch.file("run-\(trial.recipeHash)"), environment: [:])
      #expect(try session.run(TrainingEvents()))
      #expect(
        try scratch.read("run-\(trial.recipeHash)/model.safetensors")
          == scratch.read("sweep/\(trial.recipeHash).safetensors"))
    }
  }

  @Test func whereTheLengthMattersTheyBeginAnew() throws {
    var base = base
    base.schedule = .cosine
    let continued = try run(try trials("1,2", of: base), "sweep")
    #expect(continued.epochs == [1, 1, 2])
  }

  @Test func stoppedInALongerOneItGoesOnToTheSame() throws {
    let trials = try trials("1,3", of: base)
    let whole = try run(trials, "whole")
    for stop in [9, 12, 17] {
      let steps = Atomic(0)
      var events = Sweep.Events()
      events.shouldStop = { steps.wrappingAdd(1, ordering: .relaxed).newValue > stop }
      let name = "stop\(stop)"
      #expect(try run(trials, name, events).records != whole.records)
      #expect(try run(trials, name).records == whole.records)
    }
  }

  @Test func aTrialThatMayNotBeginIsLeft() throws {
    let trials = try trials("1,2,3", of: base)
    var events = Sweep.Events()
    events.mayBegin = { $0 != trials[1] }
    let left = try run(trials, "sweep", events)
    #expect(left.records.map(\.isEmpty) == [false, false, false])
    let folder = SweepFolder(reading: scratch.file("sweep"))
    #expect(try trials.map { try folder.record(of: $0) != nil } == [true, false, true])
  }

  @Test func whatMayNotBeginMakesPlaceForOthers() throws {
    let trials = try trials("1,2", of: base)
    let refused = Atomic(false)
    let sweep = try Sweep(
      plan: { _ in refused.load(ordering: .relaxed) ? trials : [trials[0]] },
      in: SweepFolder(at: scratch.file("sweep")), workerCount: 1, environment: [:])
    var events = Sweep.Events()
    events.mayBegin = { trial in
      if trial == trials[0] { refused.store(true, ordering: .relaxed) }
      return trial != trials[0]
    }
    let result = try sweep.run(events)
    #expect(result.records.map { $0 != nil } == [false, true])
  }
}
