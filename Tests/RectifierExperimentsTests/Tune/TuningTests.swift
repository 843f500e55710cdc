// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierInterchange
import RectifierTestSupport
import RectifierTraining
import Synchronization
import Testing

@testable import RectifierExperiments

@Suite(.timeLimit(.minutes(3))) struct TuningTests {
  private let scratch: ScratchFolder
  private let base: TrainConfiguration

  init() throws {
    scratch = try ScratchFolder()
    var base = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    (base.hiddenWidths, base.epochCount, base.batchSize) = ([5], 6, 20)
    self.base = base
  }

  private func plan(networks: Int = 12, base: TrainConfiguration? = nil) throws -> TunePlan {
    try TunePlan(
      base ?? self.base, isFixed: { _ in false }, networkCount: networks, metric: nil, format: nil)
  }

  private func tuning(
    _ name: String, _ plan: TunePlan? = nil, seconds: Double = 1000, workers: Int = 2,
    clock: @escaping @Sendable () -> Double = { 0 }
  ) throws -> Tuning {
    try Tuning(
      plan ?? self.plan(), in: TuneFolder(at: scratch.file(name)), seconds: seconds,
      workerCount: workers, environment: [:], clock: clock)
  }

  private func model(_ name: String) throws -> [UInt8] {
    try scratch.read("\(name)/model.safetensors")
  }

  /// Records without what clock and machine say.
  private func comparable(_ result: TuneResult) throws -> [String] {
    try SweepResult(trials: result.records.map(\.trial), records: result.records).comparable()
  }

  @Test func anyNumberOfWorkersFindsTheSame() throws {
    let one = try tuning("one", workers: 1).run()
    let three = try tuning("three", workers: 3).run()
    #expect(one.networkCount == 12)
    #expect(try comparable(one) == comparable(three))
    #expect(
      try model("one")
        == model("three"))
  }

  @Test func theBestIsWhatTrainMakesOfItsOptions() throws {
    let tuning = try tuning("search")
    let result = try tuning.run()
    let best = try #require(result.best)
    let scores = result.records.compactMap { $0.results?.validationErrorRate }
    #expect(best.results?.validationErrorRate == scores.min())
    #expect(result.baseline?.trial.configuration.hiddenWidths == [5])
    let session = try TrainingSession.start(
      try ConfigurationDraft(contentsOf: tuning.folder.configurationPath).checked(),
      out: scratch.file("run"), environment: [:])
    #expect(session.record.configuration == best.trial.configuration)
    #expect(try session.run(TrainingEvents()))
    #expect(try model("run") == model("search"))
  }

  @Test func whatNobodyNeedsIsRemoved() throws {
    let tuning = try tuning("search")
    let best = try #require(try tuning.run().best)
    let names = try scratch.names(in: "search/trials").filter { !$0.hasSuffix(".json") }
    #expect(names == [best.trial.recipeHash + ".safetensors"])
  }

  @Test func noEpochIsTrainedTwice() throws {
    let epochs = Mutex<[String]>([])
    var events = Tuning.Events()
    events.epoch = { trial, report in
      epochs.withLock { $0.append("\(trial.lineHash) \(report.epoch)") }
    }
    _ = try tuning("search").run(events)
    let seen = epochs.withLock { $0 }
    #expect(Set(seen).count == seen.count && seen.count > 24)
  }

  @Test func theTimeIsKept() throws {
    // Every look at the clock takes a tenth of a second.
    let ticks = Atomic(0)
    let clock: @Sendable () -> Double = {
      Double(ticks.wrappingAdd(1, ordering: .relaxed).newValue) / 10
    }
    let tuning = try tuning("search", seconds: 6, workers: 1, clock: clock)
    let result = try tuning.run()
    #expect(result.seconds >= 6 && result.seconds < 7)
    #expect(!result.records.isEmpty && result.networkCount < 12)
    #expect(FileKind.of(tuning.folder.modelPath) == .file)
  }

  @Test func whereNothingFitsThatIsSaid() throws {
    let tuning = try tuning("search", seconds: 1, clock: { 1 })
    #expect(throws: TuneError.noTime(seconds: 1)) { try tuning.run() }
    #expect(FileKind.of(tuning.folder.modelPath) == nil)
  }

  @Test func stoppedAnywhereItGoesOnToTheSame() throws {
    let whole = try tuning("whole").run()
    for stop in [5, 40, 90, 200] {
      let steps = Atomic(0)
      var events = Tuning.Events()
      events.shouldStop = { steps.wrappingAdd(1, ordering: .relaxed).newValue > stop }
      let name = "stop\(stop)"
      do {
        #expect(try tuning(name).run(events).records.count < whole.records.count)
        #expect(FileKind.of(scratch.file("\(name)/model.safetensors")) == .file)
      } catch let error as TuneError {
        #expect(error == .noTime(seconds: 1000) && stop == 5)
      }
      #expect(try comparable(tuning(name).run()) == comparable(whole))
      #expect(
        try model("\(name)")
          == model("whole"))
    }
  }

  @Test func wherePeopleFixedAnOptionItStays() throws {
    var base = base
    base.learningRate = 0.25
    let result = try tuning("search", try plan(networks: 10, base: base)).run()
    #expect(!result.plan.keys.contains("learningRate") && !result.plan.keys.contains("hidden"))
    #expect(result.records.allSatisfy { $0.trial.configuration.learningRate == 0.25 })
    #expect(result.records.allSatisfy { $0.trial.configuration.hiddenWidths == [5] })
  }

  @Test func anotherSearchDoesNotTakeTheFolder() throws {
    _ = try tuning("search", try plan(networks: 2)).run()
    #expect(throws: SweepError.otherSearch(path: scratch.file("search/tune.json"))) {
      try tuning("search", try plan(networks: 3))
    }
    #expect(try TuneFolder.plan(in: scratch.file("search")) == plan(networks: 2))
    #expect(TuneFolder.isTune(scratch.file("search")) && !TuneFolder.isTune(scratch.file("data")))
  }

  @Test func twoDoNotSearchInOneFolder() throws {
    let first = try TuneFolder(at: scratch.file("search"))
    withExtendedLifetime(first) {
      #expect(throws: RunFolderError.self) { try TuneFolder(at: scratch.file("search")) }
    }
  }

  @Test func whereAllDivergeThatIsSaid() throws {
    var base = base
    base.learningRate = 1e30
    let tuning = try tuning("search", try plan(networks: 2, base: base))
    #expect(throws: TuneError.allDiverged(count: 2)) { try tuning.run() }
  }
}
