// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Synchronization
import Testing

@testable import RectifierExperiments

/// Sweeps whose later trials depend on what earlier ones found.
@Suite struct GrowingSweepTests {
  private let scratch: ScratchFolder
  private let first: [Trial]

  init() throws {
    scratch = try ScratchFolder()
    var base = TrainConfiguration(data: try QuadrantFolder.write(in: scratch, "data"))
    base.hiddenWidths = [6]
    base.epochCount = 2
    first = try SweepPlan(base: base, varying: ["learning-rate=0.001,0.1"], trialCount: nil)
      .trials(place: "--vary")
  }

  /// Both rates, then the better one with two more seeds.
  private func plan() -> Sweep.Plan {
    { [first] record in
      let records = first.compactMap(record)
      guard records.count == first.count else { return first }
      guard let best = SweepResult(trials: first, records: records).ranked.first else {
        return first
      }
      return try first
        + [UInt64(2), 3].map { seed in
          var configuration = best.trial.configuration
          configuration.seed = seed
          return try Trial(configuration)
        }
    }
  }

  private func sweep(_ name: String, workers: Int) throws -> Sweep {
    try Sweep(
      plan: plan(), in: SweepFolder(at: scratch.file(name)), workerCount: workers,
      environment: [:])
  }

  @Test(arguments: [1, 2, 4]) func laterTrialsFollow(workers: Int) throws {
    let sweep = try sweep("sweep", workers: workers)
    let counts = Mutex<[[Int]]>([])
    var events = Sweep.Events()
    events.began = { trials, done in counts.withLock { $0.append([done, trials.count]) } }
    events.finished = { _, trials, done in counts.withLock { $0.append([done, trials.count]) } }
    let result = try sweep.run(events)
    // With several workers both records can be there when the first of them is reported.
    let seen = counts.withLock { $0 }
    #expect(seen.map(\.first) == [0, 1, 2, 3, 4])
    #expect(seen.first == [0, 2] && [2, 4].contains(seen[1][1]))
    #expect(seen[2...].allSatisfy { $0[1] == 4 })
    #expect(result.isComplete && result.trials.count == 4)
    #expect(result.trials.map(\.configuration.seed) == [1, 1, 2, 3])
    #expect(Set(result.trials[2...].map(\.configuration.learningRate)) == [0.1])
  }

  @Test func stoppedAnywhereItGoesOnToTheSame() throws {
    let hashes = try sweep("whole", workers: 2).run().trials.map(\.recipeHash)
    for stop in [3, 20, 40] {
      let steps = Atomic(0)
      var events = Sweep.Events()
      events.shouldStop = { steps.wrappingAdd(1, ordering: .relaxed).newValue > stop }
      let name = "stop\(stop)"
      #expect(try !sweep(name, workers: 1).run(events).isComplete)
      let result = try sweep(name, workers: 2).run()
      #expect(result.isComplete && result.trials.map(\.recipeHash) == hashes)
    }
  }

  @Test func theDataOfALaterTrialThatAreMissingEndIt() throws {
    let nowhere = scratch.file("nowhere")
    let plan: Sweep.Plan = { [first] record in
      guard record(first[0]) != nil else { return [first[0]] }
      return try [first[0], Trial(TrainConfiguration(data: nowhere))]
    }
    let sweep = try Sweep(
      plan: plan, in: SweepFolder(at: scratch.file("sweep")), workerCount: 2, environment: [:])
    #expect(throws: (any Error).self) { try sweep.run() }
    #expect(FileKind.of(sweep.folder.recordPath(of: first[0])) == .file)
  }

  @Test func aRecordThatCannotBeReadEndsIt() throws {
    let sweep = try sweep("sweep", workers: 2)
    try AtomicFile.write("{}", to: sweep.folder.recordPath(of: first[1]))
    #expect(throws: TrialRecordError.self) { try sweep.run() }
  }
}
