// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierTestSupport
import Synchronization
import Testing

@testable import RectifierExperiments

@Suite struct SweepTests {
  private let scratch: ScratchFolder
  private let base: TrainConfiguration

  init() throws {
    scratch = try ScratchFolder()
    var configuration = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    configuration.hiddenWidths = [6, 5]
    configuration.batchSize = 20
    configuration.epochCount = 3
    base = configuration
  }

  private func trials(_ texts: [String] = ["seed=1,2,3", "learning-rate=0.1,0.5"]) throws -> [Trial]
  {
    try SweepPlan(base: base, varying: texts, trialCount: nil).trials(place: "--vary")
  }

  private func sweep(_ trials: [Trial], _ name: String, workers: Int = 2) throws -> Sweep {
    try Sweep(
      trials, in: SweepFolder(at: scratch.file(name)), workerCount: workers, environment: [:])
  }

  @Test func anyNumberOfWorkersLeavesTheSameRecords() throws {
    let trials = try trials()
    let alone = try sweep(trials, "alone", workers: 1).run()
    #expect(alone.isComplete && alone.records.count == 6)
    #expect(Set(alone.records.compactMap { $0?.results?.loss }).count == 6)
    #expect(try sweep(trials, "three", workers: 3).run().comparable() == alone.comparable())
    #expect(try scratch.names(in: "three") == trials.map { "\($0.recipeHash).json" }.sorted())
  }

  @Test func aTrialIsARunOfTrain() throws {
    let trial = try trials()[0]
    let record = try #require(try sweep([trial], "sweep").run().records[0])
    let session = try TrainingSession.start(
      trial.configuration, out: scratch.file("run"), environment: [:])
    #expect(try session.run(TrainingEvents()))
    var (found, expected) = (record.results, session.record.results)
    for path in [\TrainingResults.secondsPerEpoch, \.evaluationSecondsPerEpoch] {
      found?[keyPath: path] = []
      expected?[keyPath: path] = []
    }
    #expect(found == expected)
  }

  @Test func stoppedAtAnyStepItGoesOnToTheSameRecords() throws {
    let trials = try trials(["seed=1,2"])
    let whole = try sweep(trials, "whole").run().comparable()
    for stop in 1...24 {
      let name = "stop\(stop)"
      let steps = Atomic(0)
      var events = Sweep.Events()
      events.shouldStop = { steps.wrappingAdd(1, ordering: .relaxed).newValue > stop }
      let stopped = try sweep(trials, name, workers: 1).run(events)
      let left = try scratch.names(in: name)
      #expect(left.count { $0.hasSuffix(".json") } == stopped.doneCount)
      if stopped.isComplete { continue }
      #expect(try sweep(trials, name).run().comparable() == whole)
      #expect(try scratch.names(in: name).count == 2)
    }
  }

  @Test func whatIsDoneIsNotDoneAgain() throws {
    let trials = try trials(["seed=1,2"])
    let first = try sweep(Array(trials.prefix(1)), "sweep").run()
    let finished = Mutex<[String]>([])
    var events = Sweep.Events()
    events.finished = { record, _, _ in finished.withLock { $0.append(record.trial.recipeHash) } }
    let second = try sweep(trials, "sweep").run(events)
    #expect(finished.withLock { $0 } == [trials[1].recipeHash])
    #expect(second.records[0] == first.records[0])
    // Where all is done no data are needed.
    try scratch.remove("data")
    #expect(try sweep(trials, "sweep").run().isComplete)
  }

  @Test func whatOthersAreTrainingIsLeftToThem() throws {
    let trials = try trials(["seed=1,2"])
    let sweep = try sweep(trials, "sweep")
    try withExtendedLifetime(try sweep.folder.claim(trials[0])) { claim in
      #expect(claim != nil)
      let result = try sweep.run()
      #expect(result.records[0] == nil && result.records[1] != nil)
      #expect(!result.isComplete)
    }
    #expect(try sweep.run().isComplete)
  }

  @Test func aNetworkThatDivergesIsARecordAndNoFailure() throws {
    let trials = try trials(["learning-rate=1e30,0.1"])
    let result = try sweep(trials, "sweep").run()
    #expect(result.isComplete)
    #expect(result.records[0]?.results == nil)
    #expect(result.records[0]?.divergence?.contains("epoch 1") == true)
    #expect(result.ranked.map(\.trial) == [trials[1], trials[0]])
  }

  @Test func modelsAreKeptWhereThatIsAskedFor() throws {
    let trials = try trials(["seed=1,2"])
    var sweep = try sweep(trials, "sweep")
    let before = try sweep.run().comparable()
    #expect(try scratch.names(in: "sweep").count == 2)
    sweep.keepsModels = true
    #expect(try sweep.run().comparable() == before)
    for trial in trials { #expect(FileKind.of(sweep.folder.modelPath(of: trial)) == .file) }
  }

  @Test func aCheckpointIsLeftWhereTrainingGoesOnForLong() throws {
    let trials = try trials(["seed=1"])
    var sweep = try sweep(trials, "sweep")
    sweep.checkpointInterval = .zero
    let folder = sweep.folder
    let seen = Mutex<[Bool]>([])
    var events = Sweep.Events()
    events.epoch = { trial, _ in
      seen.withLock { $0.append(FileKind.of(folder.checkpointPath(of: trial)) != nil) }
    }
    #expect(try sweep.run(events).isComplete)
    #expect(seen.withLock { $0 } == [false, true, true])
    #expect(try scratch.names(in: "sweep").count == 1)
  }

  @Test func missingDataAreFoundBeforeAnythingIsTrained() throws {
    var other = base
    other.data = scratch.file("nowhere")
    let all = try trials(["seed=1"]) + [Trial(other)]
    #expect(throws: (any Error).self) { try sweep(all, "sweep").run() }
    #expect(try scratch.names(in: "sweep") == [])
  }

  @Test func anErrorEndsTheSweepAndTheOthersLeaveCheckpoints() throws {
    var broken = base
    broken.batchSize = 1000
    var long = base
    long.epochCount = 1_000_000
    let all = try [Trial(long), Trial(broken)]
    let error = #expect(throws: (any Error).self) { try sweep(all, "sweep").run() }
    #expect(error.map { "\($0)" }?.contains("1000") == true)
    let folder = try SweepFolder(at: scratch.file("sweep"))
    #expect(FileKind.of(folder.checkpointPath(of: all[0])) == .file)
  }

  @Test func otherDataThanThoseOfTheRecordsAreRefused() throws {
    let trials = try trials(["seed=1,2"])
    _ = try sweep(Array(trials.prefix(1)), "sweep").run()
    try scratch.remove("data")
    try QuadrantFolder.write(in: scratch, "data", trainCount: 90)
    #expect(throws: TrainingDataError.self) { try sweep(trials, "sweep").run() }
  }
}
