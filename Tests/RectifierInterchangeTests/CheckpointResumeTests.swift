// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

/// A run that was stopped and went on gives the bytes of one that never stopped.
@Suite struct CheckpointResumeTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  /// What is left of a run that has ended.
  private struct Result: Equatable {
    let best: [UInt8]
    let last: [UInt8]
    let reports: [EpochReport]
  }

  private func result(_ run: TrainingRun, _ name: String) throws -> Result {
    try #require(run.best).write(to: folder.file("\(name)-best"))
    try run.last.write(to: folder.file("\(name)-last"))
    return Result(
      best: try folder.read("\(name)-best"), last: try folder.read("\(name)-last"),
      reports: run.reports.map(\.withoutTimes))
  }

  private func uninterrupted(_ small: SmallRun) throws -> Result {
    let run = try small.begun(
      Execution(threadCount: 1, instructionSet: .portable, kernels: .dense))
    while try run.epoch() != nil {}
    return try result(run, "whole")
  }

  private func throughFile(_ run: TrainingRun) throws -> Checkpoint {
    let path = folder.file("checkpoint")
    try run.checkpoint().write(to: path)
    let checkpoint = try Checkpoint(contentsOf: path)
    #expect(checkpoint == run.checkpoint())
    return checkpoint
  }

  @Test(arguments: [false, true], 0...SmallRun.stepCount)
  func aStopAfterAnyStepDoesNotShow(hasSignMask: Bool, stop: Int) throws {
    try expectNoTrace(of: SmallRun(hasSignMask: hasSignMask), stop: stop)
  }

  @Test(arguments: SmallRun.stepKinds.indices, 0...SmallRun.stepCount)
  func norWithAnyOptimizerAndSchedule(kind: Int, stop: Int) throws {
    let small = try SmallRun(hasSignMask: kind % 2 == 0, steps: SmallRun.stepKinds[kind])
    try expectNoTrace(of: small, stop: stop)
  }

  /// Of 23 rows in steps of 5: passes end within epochs, and epochs within passes.
  @Test(arguments: [7, 24, 50])
  func norWhereEpochsAreNoPasses(epochSampleCount: Int) throws {
    let small = try SmallRun(
      hasSignMask: false,
      steps: SmallRun.Steps(
        schedule: .cosine, corruption: .masking(level: 0.25), epochSampleCount: epochSampleCount))
    for stop in 0...3 * ((epochSampleCount + 4) / 5) { try expectNoTrace(of: small, stop: stop) }
  }

  private func expectNoTrace(of small: SmallRun, stop: Int) throws {
    let whole = try uninterrupted(small)
    let first = try small.begun(SmallRun.execution(stop))
    for _ in 0..<stop { _ = try first.step() }
    let second = try small.resumed(try throughFile(first), SmallRun.execution(stop + 1))
    #expect(second.last == first.last && second.isFinished == first.isFinished)
    var stepCount = 0
    while !second.isFinished {
      _ = try second.step()
      stepCount += 1
    }
    #expect(stepCount == 3 * first.stepCount - stop)
    #expect(try result(second, "resumed") == whole)
  }

  @Test(arguments: [false, true], [SmallRun.Steps()] + SmallRun.stepKinds)
  func aStopAfterEachStepDoesNotShow(hasSignMask: Bool, steps: SmallRun.Steps) throws {
    let small = try SmallRun(hasSignMask: hasSignMask, steps: steps)
    var run = try small.begun(SmallRun.execution(0))
    for step in 1...SmallRun.stepCount {
      let report = try run.step()
      #expect(report.epoch == (step + 4) / 5 && report.step == (step - 1) % 5 + 1)
      #expect(report.sampleCount == (step % 5 == 0 ? 3 : 5))
      run = try small.resumed(try throughFile(run), SmallRun.execution(step))
    }
    #expect(run.isFinished)
    #expect(try result(run, "relay") == uninterrupted(small))
  }

  @Test(arguments: [0, 1, 5, 7, 10, 15])
  func checkpointsOfOneStateHaveTheSameBytes(stop: Int) throws {
    let small = try SmallRun(hasSignMask: true, steps: SmallRun.stepKinds[4])
    for number in 0..<3 {
      let run = try small.begun(SmallRun.execution(number))
      for _ in 0..<stop { _ = try run.step() }
      try run.checkpoint().write(to: folder.file("a\(number)"))
      try run.checkpoint().write(to: folder.file("b\(number)"))
    }
    try Checkpoint(contentsOf: folder.file("a0")).write(to: folder.file("c0"))
    let bytes = try folder.read("a0")
    for name in try folder.names() { #expect(try folder.read(name) == bytes) }
  }

  /// The tests above would not notice a mixed-up best model if it were always the last.
  @Test func bestAndLastDiffer() throws {
    let run = try SmallRun(hasSignMask: false).begun(SmallRun.execution(0))
    var states: Set<[Bool]> = []
    while try run.epoch() != nil { states.insert([run.best?.network == run.last.network]) }
    #expect(states == [[true], [false]])
  }

  @Test func aStateThatCannotBeIsRefused() throws {
    let run = try SmallRun(hasSignMask: false).begun(SmallRun.execution(0))
    for _ in 0..<7 { _ = try run.step() }
    let path = folder.file("checkpoint")
    try run.checkpoint().write(to: path)
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a checkpoint")
    let entries = try file.entries()
    for (key, text) in [
      ("progress", #"{"stepCount":2,"sampleCount":11,"lossSum":1,"errorCount":0}"#),
      ("progress", #"{"stepCount":2,"sampleCount":10,"lossSum":1,"errorCount":11}"#),
      ("progress", #"{"stepCount":-1,"sampleCount":0,"lossSum":1,"errorCount":0}"#),
      (
        "progress",
        #"{"stepCount":9223372036854775807,"sampleCount":10,"lossSum":1,"errorCount":0}"#
      ),
      ("progress", #"{"stepCount":6,"sampleCount":23,"lossSum":1,"errorCount":0}"#),
      ("reports", "[]"), ("reports", "{}"), ("facts", "null"), ("progress", "null"),
    ] {
      var metadata = file.metadata
      metadata[key] = text
      let other = try folder.write(
        Safetensors.encode(entries, metadata: metadata), "other")
      let error = #expect(throws: SafetensorsError.self) { try Checkpoint(contentsOf: other) }
      guard case .metadata(other, let found, _, _) = error else {
        Issue.record("\(key) \(text): \(String(describing: error))")
        continue
      }
      #expect(found.hasPrefix(key))
    }
  }

  @Test func aStateBeyondItsEpochIsRefused() throws {
    let steps = SmallRun.Steps(epochSampleCount: 12)
    let run = try SmallRun(hasSignMask: false, steps: steps).begun(SmallRun.execution(0))
    for _ in 0..<2 { _ = try run.step() }
    let path = folder.file("checkpoint")
    try run.checkpoint().write(to: path)
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a checkpoint")
    let entries = try file.entries()
    for (stepCount, sampleCount, isPossible) in [(3, 12, true), (3, 15, false), (4, 20, false)] {
      var metadata = file.metadata
      metadata["progress"] =
        #"{"stepCount":\#(stepCount),"sampleCount":\#(sampleCount),"lossSum":1,"errorCount":0}"#
      let other = try folder.write(Safetensors.encode(entries, metadata: metadata), "other")
      if isPossible {
        #expect(try Checkpoint(contentsOf: other).progress.sampleCount == sampleCount)
      } else {
        #expect(throws: SafetensorsError.self) { try Checkpoint(contentsOf: other) }
      }
    }
  }

  /// λ of an epoch has to be the one that the zeros of earlier epochs give.
  @Test func coefficientsThatDoNotFollowAreRefused() throws {
    let small = try SmallRun(hasSignMask: false, steps: SmallRun.Steps(targetZeros: 0.75))
    let run = try small.begun(SmallRun.execution(0))
    while try run.epoch() != nil {}
    let path = folder.file("checkpoint")
    try run.checkpoint().write(to: path)
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a checkpoint")
    let last = try #require(run.reports.last?.activationL1)
    for other in ["0.5", "-1"] {
      var metadata = file.metadata
      metadata["reports"] = metadata["reports"]!.replacing(
        "\"activationL1\":\(last)", with: "\"activationL1\":\(other)")
      #expect(metadata["reports"] != file.metadata["reports"])
      let changed = try folder.write(
        Safetensors.encode(file.entries(), metadata: metadata), "other")
      let error = #expect(throws: SafetensorsError.self) { try Checkpoint(contentsOf: changed) }
      #expect(error?.description.contains("reports") == true, "\(String(describing: error))")
    }
  }

  @Test func tensorsOfTheBestModelAreNeeded() throws {
    let run = try SmallRun(hasSignMask: false).begun(SmallRun.execution(0))
    _ = try run.epoch()
    let path = folder.file("checkpoint")
    try run.checkpoint().write(to: path)
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a checkpoint")
    #expect(file.tensors.count == 12)
    let entries = try file.entries().filter { $0.name != "best.output.bias" }
    let other = try folder.write(
      Safetensors.encode(entries, metadata: file.metadata), "other")
    let error = #expect(throws: SafetensorsError.self) { try Checkpoint(contentsOf: other) }
    #expect(error?.description.contains("best.output.bias") == true)
  }
}
