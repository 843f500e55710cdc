// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierExperiments
import RectifierFiles
import RectifierTestSupport
import Testing

@Suite struct TrainingSessionTests {
  private let scratch: ScratchFolder
  private let configuration: TrainConfiguration
  /// 72 samples in batches of 20, two epochs.
  private let stepCount = 8

  init() throws {
    scratch = try ScratchFolder()
    var configuration = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    configuration.hiddenWidths = [6, 5]
    configuration.activationL1 = [0.001]
    configuration.batchSize = 20
    configuration.epochCount = 2
    configuration.threadCount = 1
    self.configuration = configuration
  }

  /// Starts a run in the folder of that name and trains until `stop` answers true.
  private func start(_ name: String, stop: @escaping () -> Bool = { false }) throws -> Bool {
    let session = try TrainingSession.start(
      configuration, out: scratch.file(name), environment: [:])
    return try session.run(TrainingEvents(shouldStop: stop))
  }

  private func resume(_ name: String) throws -> Bool {
    let session = try TrainingSession.resume(
      scratch.file(name), threadCount: nil, environment: [:])
    return try session.run(TrainingEvents())
  }

  private func record(_ name: String) throws -> RunRecord {
    try RunRecord(contentsOf: scratch.file("\(name)/run.json"))
  }

  private func expectSameRun(
    _ name: String, as other: String, location: SourceLocation = #_sourceLocation
  ) throws {
    for file in ["model.safetensors", "checkpoint.safetensors"] {
      #expect(
        try scratch.read("\(name)/\(file)") == scratch.read("\(other)/\(file)"),
        "\(name)/\(file)", sourceLocation: location)
    }
    let (results, expected) = (try record(name).results, try record(other).results)
    #expect(results?.errorRate == expected?.errorRate, sourceLocation: location)
    #expect(results?.bestEpoch == expected?.bestEpoch, sourceLocation: location)
    #expect(results?.secondsPerEpoch.count == 2, sourceLocation: location)
  }

  @Test func stoppedAtAnyStepItResumesToTheSameBytes() throws {
    #expect(try start("whole"))
    for stop in 1..<stepCount {
      var steps = 0
      let finished = try start("stop\(stop)") {
        steps += 1
        return steps >= stop
      }
      #expect(!finished)
      #expect(try record("stop\(stop)").status == .stopped)
      #expect(try resume("stop\(stop)"))
      try expectSameRun("stop\(stop)", as: "whole")
    }
  }

  @Test func whateverCannotBeWrittenNothingIsHalfWritten() throws {
    #expect(try start("whole"))
    var faultCount = 0
    while true {
      let name = "fault\(faultCount)"
      let (counter, faulty) = (WriteCounter(), faultCount)
      let failed = FaultHook.with({ _, _ in counter.next() == faulty ? ENOSPC : nil }) {
        (try? start(name)) == nil
      }
      guard counter.count > faultCount else { break }
      #expect(failed, "fault \(faultCount)")
      let names = (try? scratch.names(in: name)) ?? []
      #expect(names.filter { $0.hasSuffix(AtomicFile.temporarySuffix) } == [])
      if names.contains("run.json") {
        #expect(try resume(name))
        try expectSameRun(name, as: "whole")
      }
      faultCount += 1
    }
    // At least run.json three times, and model, metrics and checkpoint of two epochs.
    #expect(faultCount > 9 * FaultHook.Step.allCases.count)
  }

  @Test func patienceEndsARunEarlyWithItsBestModel() throws {
    var configuration = configuration
    configuration.epochCount = 200
    configuration.patience = 3
    let session = try TrainingSession.start(
      configuration, out: scratch.file("run"), environment: [:])
    #expect(try session.run(TrainingEvents()))
    let results = try #require(session.record.results)
    #expect(results.epochCount == results.bestEpoch + 3)
    #expect(results.epochCount < 200)
  }

  @Test func aFailureIsRecordedAndForgottenWhenItIsOver() throws {
    let labels = try scratch.read("data/train-labels-idx1-ubyte")
    try scratch.write([1, 2, 3], "data/train-labels-idx1-ubyte")
    let error = #expect(throws: (any Error).self) { try start("run") }
    #expect(try record("run").status == .failed)
    #expect(try record("run").failure == error.map { "\($0)" })
    #expect(try record("run").sources[0].content == nil)
    try scratch.write(labels, "data/train-labels-idx1-ubyte")
    #expect(try resume("run"))
    #expect(try record("run").failure == nil)
    #expect(try record("run").sources.map(\.role) == [.training, .validation, .test])
  }

  @Test func aFinishedRunNeedsNoData() throws {
    #expect(try start("run"))
    let before = try scratch.read("run/run.json")
    try scratch.remove("data")
    #expect(try resume("run"))
    #expect(try scratch.read("run/run.json") == before)
  }

  @Test func removedMetricsComeBackWithoutTheirTimes() throws {
    var steps = 0
    #expect(
      try !start("run") {
        steps += 1
        return steps > stepCount / 2
      })
    try scratch.remove("run/metrics.csv")
    #expect(try resume("run"))
    #expect(try record("run").results?.secondsPerEpoch.count == 2)
    #expect(try record("run").results?.secondsPerEpoch.first == .some(nil))
  }

  @Test func aConfigurationThatIsNotTheCheckpointsIsRefused() throws {
    #expect(try !start("run") { true })
    let text = String(decoding: try scratch.read("run/run.json"), as: UTF8.self)
    for (found, replacement) in [("[6, 5]", "[6, 4]"), ("\"epochs\": 2", "\"epochs\": 3")] {
      let changed = text.replacing(found, with: replacement)
      #expect(changed != text)
      try scratch.write(Array(changed.utf8), "run/run.json")
      let error = #expect(throws: RunRecordError.self) { try resume("run") }
      #expect(error?.description.contains("checkpoint.safetensors") == true)
    }
  }

  @Test func nothingIsMadeBeforeTheOptionsAreRight() {
    var configuration = configuration
    configuration.batchSize = 0
    #expect(throws: ConfigurationError.self) {
      try TrainingSession.start(configuration, out: scratch.file("run"), environment: [:])
    }
    #expect(!Folder.exists(scratch.file("run")))
  }
}

/// Counts the steps of atomic writes, from 0.
private final class WriteCounter: @unchecked Sendable {
  private(set) var count = 0

  func next() -> Int {
    count += 1
    return count - 1
  }
}
