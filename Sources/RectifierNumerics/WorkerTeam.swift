// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads that help whoever has work in blocks, one caller at a time.
///
/// The caller works through the blocks itself, and whichever helper is awake takes some of them: a
/// helper that sleeps, or that the system does not let run, costs nothing but its help. Who finds
/// the team busy, a body that itself asks for the team among them, works alone. So nobody ever waits
/// for more than blocks that are being worked on, and nothing can deadlock.
///
/// Helpers are begun when first asked for, spin for a while after a region, then sleep.
final class WorkerTeam: @unchecked Sendable {
  /// The team of this process; more threads than processors would only cut time into slices.
  static let shared: WorkerTeam = {
    let team = WorkerTeam(helperLimit: Execution.processorCount - 1)
    pthread_atfork(nil, nil) { WorkerTeam.shared.startAfresh() }
    return team
  }()

  private let isBusy = Atomic(false)
  /// Blocks of the region that nobody has begun. Who lowers it owns a block, and only then may read
  /// `region`, which stays as it is until that block is finished.
  private let unclaimedCount = Atomic(0)
  private let finishedByHelpers = Atomic(0)
  /// How many regions there were, and the latest one's blocks: hints for when to spin and to wake.
  private let regionNumber = Atomic(0)
  private let latestBlockCount = Atomic(0)
  private let callerProcessor = Atomic<CInt>(-1)
  private var region = Region(blockCount: 0, body: rectifier_closure())

  private var helperCount = 0
  private var helperLimit: Int
  private let helperPlaces: [ParkingPlace]
  private let callerPlace = ParkingPlace()

  private struct Region {
    var blockCount: Int
    var body: rectifier_closure
  }

  init(helperLimit: Int) {
    self.helperLimit = helperLimit
    helperPlaces = (0..<helperLimit).map { _ in ParkingPlace() }
  }

  /// Runs `body` once for each block, on the calling thread and on helpers that are awake.
  ///
  /// What the caller wrote before is visible to `body`, and what `body` wrote is visible after.
  /// Allocates nothing, beyond the helpers when more are asked for than ever before.
  func run(blockCount: Int, _ body: (Int) -> Void) {
    guard
      blockCount > 1, !helperPlaces.isEmpty,
      isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
    else {
      for block in 0..<blockCount { body(block) }
      return
    }
    lend(body, to: Unmanaged.passUnretained(self).toOpaque(), blockCount: blockCount) {
      Unmanaged<WorkerTeam>.fromOpaque($0!).takeUnretainedValue().run(
        Region(blockCount: $1, body: $2))
    }
    isBusy.store(false, ordering: .releasing)
  }

  private func run(_ region: Region) {
    addHelpers(upTo: region.blockCount - 1)
    publish(region)
    helperPlaces[0].wake()
    var taken = region.blockCount
    while runBlock() { taken -= 1 }
    func isFinished() -> Bool {
      finishedByHelpers.load(ordering: .sequentiallyConsistent) == taken
    }
    var spin = Spin()
    while !isFinished() {
      if spin.isOver() { callerPlace.wait(unless: isFinished) }
    }
  }

  private func publish(_ region: Region) {
    self.region = region
    finishedByHelpers.store(0, ordering: .relaxed)
    latestBlockCount.store(region.blockCount, ordering: .relaxed)
    callerProcessor.store(rectifier_processor(), ordering: .relaxed)
    regionNumber.wrappingAdd(1, ordering: .relaxed)
    unclaimedCount.store(region.blockCount, ordering: .sequentiallyConsistent)
  }

  /// Runs a block that nobody has begun; false if there is none.
  private func runBlock() -> Bool {
    guard let (block, body) = claim() else { return false }
    rectifier_call_closure(body, block)
    return true
  }

  private func claim() -> (Int, rectifier_closure)? {
    var unclaimed = unclaimedCount.load(ordering: .relaxed)
    while unclaimed > 0 {
      let (exchanged, original) = unclaimedCount.weakCompareExchange(
        expected: unclaimed, desired: unclaimed - 1, ordering: .acquiringAndReleasing)
      if exchanged { return (region.blockCount - unclaimed, region.body) }
      unclaimed = original
    }
    return nil
  }
}

// MARK: - Helpers

extension WorkerTeam {
  private func addHelpers(upTo count: Int) {
    while helperCount < min(count, helperLimit) {
      guard DaemonThread.begin({ [self, helperCount] in help(as: helperCount) }) else {
        // The system has no more threads; those that there are will do.
        helperLimit = helperCount
        return
      }
      helperCount += 1
    }
  }

  private func help(as helper: Int) {
    var lastRegion = 0
    var spin = Spin()
    while true {
      // On a busy machine a helper may keep from its processor the very caller it waits for.
      let processor = rectifier_processor()
      if processor >= 0, processor == callerProcessor.load(ordering: .relaxed) { sched_yield() }
      if unclaimedCount.load(ordering: .acquiring) > 0 {
        wakeOthers(after: helper)
        if runBlock() {
          finishedByHelpers.wrappingAdd(1, ordering: .sequentiallyConsistent)
          callerPlace.wake()
        }
        continue
      }
      guard spin.isOver() else { continue }
      let latest = regionNumber.load(ordering: .relaxed)
      if latest == lastRegion || helper >= latestBlockCount.load(ordering: .relaxed) - 1 {
        helperPlaces[helper].wait { unclaimedCount.load(ordering: .sequentiallyConsistent) > 0 }
      }
      lastRegion = latest
      spin = Spin()
    }
  }

  /// Each helper wakes two more, so that the caller wakes one, however many there are.
  private func wakeOthers(after helper: Int) {
    let wanted = min(latestBlockCount.load(ordering: .relaxed) - 1, helperPlaces.count)
    for other in 2 * helper + 1...2 * helper + 2 where other < wanted {
      helperPlaces[other].wake()
    }
  }

  /// In the child of a fork no helper lives on, and a lock may be held for ever.
  private func startAfresh() {
    callerPlace.reset()
    for place in helperPlaces { place.reset() }
    helperCount = 0
    unclaimedCount.store(0, ordering: .relaxed)
    isBusy.store(false, ordering: .relaxed)
  }
}
