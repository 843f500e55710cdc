// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierExperiments

@Suite struct SweepFolderTests {
  private let scratch: ScratchFolder
  private let folder: SweepFolder
  private let trials: [Trial]

  init() throws {
    scratch = try ScratchFolder()
    folder = try SweepFolder(at: scratch.file("a/b"))
    trials = try [UInt64(1), 2].map { seed in
      var configuration = TrainConfiguration(data: "mnist")
      configuration.seed = seed
      return try Trial(configuration)
    }
  }

  @Test func aClaimIsOnesAloneForAsLongAsItLives() throws {
    #expect(try claimable(while: trials[0]) == [false, true])
    #expect(try claimable() == [true, true])
    #expect(try scratch.names(in: "a/b") == [])
  }

  /// Which trials can be claimed while one is.
  private func claimable(while claimed: Trial? = nil) throws -> [Bool] {
    let claim = try claimed.flatMap { try folder.claim($0) }
    defer { withExtendedLifetime(claim) {} }
    return try trials.map { try folder.claim($0) != nil }
  }

  @Test func aPlanIsKeptAndNoOtherTakesItsPlace() throws {
    let plan = try SweepPlan(
      base: TrainConfiguration(data: "mnist"), varying: ["seed=1,2"], trialCount: nil)
    #expect(!SweepFolder.isSweep(folder.path))
    try folder.keep(plan)
    #expect(SweepFolder.isSweep(folder.path))
    try folder.keep(plan)
    let other = try SweepPlan(
      base: TrainConfiguration(data: "mnist"), varying: ["seed=1,3"], trialCount: nil)
    #expect(throws: SweepError.otherPlan(path: folder.planPath)) { try folder.keep(other) }
    #expect(try SweepPlan(contentsOf: folder.planPath) == plan)
  }

  @Test func aTrialWithoutARecordIsNotDone() throws {
    #expect(try folder.record(of: trials[0]) == nil)
    #expect(folder.recordPath(of: trials[0]) != folder.recordPath(of: trials[1]))
  }
}
