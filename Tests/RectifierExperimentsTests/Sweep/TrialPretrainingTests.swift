// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierTestSupport
import Synchronization
import Testing

@testable import RectifierExperiments

@Suite struct TrialPretrainingTests {
  private let scratch: ScratchFolder
  private let trials: [Trial]

  /// Two rates of fine-tuning after one pre-training, and one after another.
  init() throws {
    scratch = try ScratchFolder()
    var base = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    base.hiddenWidths = [6, 5]
    base.batchSize = 20
    base.epochCount = 2
    trials = try [(Float(0.1), Float(0.01)), (0.5, 0.01), (0.1, 0.02)].map { rate, before in
      var configuration = base
      configuration.learningRate = rate
      var pretraining = PretrainConfiguration(for: configuration)
      pretraining.training.epochCount = 2
      pretraining.training.learningRate = before
      return try Trial(configuration, pretraining: pretraining)
    }
  }

  private func sweep(_ name: String, workers: Int = 2) throws -> Sweep {
    try Sweep(
      trials, in: SweepFolder(at: scratch.file(name)), workerCount: workers, environment: [:])
  }

  private func pretrainings(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.file(name))
      .filter { $0.hasSuffix(".pretraining") }
  }

  @Test func aTrialIsARunOfPretrainAndOneOfTrain() throws {
    let trial = trials[0]
    let record = try #require(try sweep("sweep").run().records[0])
    let pretraining = try PretrainSession.start(
      try #require(trial.pretraining), out: scratch.file("layers"), environment: [:])
    #expect(try pretraining.run(PretrainEvents()))
    #expect(record.pretraining?.layers == pretraining.record.layers)
    #expect(record.pretraining?.secondsPerEpoch.count == 4)
    #expect(record.pretraining?.data[.training]?.sampleCount == 72)
    var configuration = trial.configuration
    configuration.pretrained = scratch.file("layers")
    let session = try TrainingSession.start(
      configuration, out: scratch.file("run"), environment: [:])
    #expect(try session.run(TrainingEvents()))
    #expect(record.results?.loss == session.record.results?.loss)
    #expect(record.results?.zeroFraction == session.record.results?.zeroFraction)
    var plain = try #require(
      try Sweep(
        [Trial(trial.configuration)], in: SweepFolder(at: scratch.file("plain")), workerCount: 1,
        environment: [:]
      ).run().records[0])
    #expect(plain.results?.loss != record.results?.loss)
    plain.pretraining = record.pretraining
    #expect(plain.json["pretraining"] == nil)
  }

  @Test func trialsShareWhatTheyHaveInCommon() throws {
    let alone = try sweep("alone", workers: 1).run().comparable()
    #expect(Set(alone).count == 3)
    #expect(try pretrainings(in: "alone").count == 2)
    #expect(try sweep("together", workers: 3).run().comparable() == alone)
    #expect(try pretrainings(in: "together").count == 2)
  }

  /// A second worker passes over trials that would wait for the layers which the first one trains.
  @Test func whoWouldHaveToWaitComesLater() throws {
    let seen = Mutex<[Trial]>([])
    var events = Sweep.Events()
    events.shouldStop = { seen.withLock { $0.count } >= 3 }
    let work = try SweepWork(
      { [trials] _ in [trials[0], trials[1], trials[2]] },
      in: SweepFolder(at: scratch.file("order")), keepsModels: false, events: events,
      environment: [:])
    work.perform { first in
      seen.withLock { $0.append(first) }
      // The second worker, while the first one is at work.
      work.perform { other in
        seen.withLock { $0.append(other) }
        return nil
      }
      return nil
    }
    #expect(seen.withLock { $0 } == [trials[0], trials[2], trials[1]])
  }

  @Test func stoppedAtAnyStepItGoesOnToTheSameRecords() throws {
    let whole = try sweep("whole").run().comparable()
    // 4 steps an epoch: 16 of the first pre-training, 8 of the first fine-tuning, and so on.
    for stop in Array(1...30) + [40, 50] {
      let name = "stop\(stop)"
      let steps = Atomic(0)
      var events = Sweep.Events()
      events.shouldStop = { steps.wrappingAdd(1, ordering: .relaxed).newValue > stop }
      #expect(try !sweep(name, workers: 1).run(events).isComplete)
      if stop % 3 == 0 {
        for folder in try pretrainings(in: name) { try scratch.remove(name + "/" + folder) }
      }
      #expect(try sweep(name).run().comparable() == whole)
    }
  }

  @Test func aRecordReadsBackAsItWas() throws {
    let sweep = try sweep("sweep")
    for record in try sweep.run().records.compactMap({ $0 }) {
      let path = sweep.folder.recordPath(of: record.trial)
      #expect(try TrialRecord(contentsOf: path, of: record.trial) == record)
      #expect(throws: TrialRecordError.self) {
        try TrialRecord(contentsOf: path, of: Trial(record.trial.configuration))
      }
    }
  }

  @Test func anAutoencoderThatDivergesIsARecordAndNoFailure() throws {
    var pretraining = try #require(trials[0].pretraining)
    pretraining.training.learningRate = 1e30
    let trial = try Trial(trials[0].configuration, pretraining: pretraining)
    let sweep = try Sweep(
      [trial], in: SweepFolder(at: scratch.file("sweep")), workerCount: 1, environment: [:])
    let record = try #require(try sweep.run().records[0])
    #expect(record.divergence?.contains("hidden.0") == true, "\(record.divergence ?? "none")")
    #expect(record.results == nil && record.pretraining == nil)
    #expect(
      try TrialRecord(contentsOf: sweep.folder.recordPath(of: trial), of: trial) == record)
  }

  @Test func whatPretrainingIsHasAPartInTheRecipe() throws {
    let plain = try Trial(trials[0].configuration)
    #expect(Set(trials.map(\.recipeHash) + [plain.recipeHash]).count == 4)
    #expect(plain.recipe["pretraining"] == nil)
    let members = try #require(trials[2].recipe["pretraining"]?.objectValue)
    #expect(members["learningRate"] == JSONValue(Float(0.02)))
    #expect(members["epochs"] == 2 && members["threads"] == nil)
    let moved = try trials[2].locatingData(in: "elsewhere")
    #expect(moved.recipeHash == trials[2].recipeHash)
    #expect(moved.pretraining?.training.dataDirectory == "elsewhere")
    let varied = SweepResult(trials: trials, records: []).variedKeys
    #expect(varied == ["learningRate", "pretraining.learningRate"])
  }
}
