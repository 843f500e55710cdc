// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CAllocationCount
import RectifierTestSupport
import Synchronization
import Testing

@testable import RectifierNumerics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct WorkerTeamTests {
  /// Teams of no helper, one, and more than there are processors; helpers live on, so all tests
  /// share them, and find them busy at times.
  static let teams = [0, 1, Execution.processorCount + 2].map { WorkerTeam(helperLimit: $0) }

  /// Runs a region in which block b adds r + b to a place of its own, not atomically, and checks that
  /// the caller sees all of it.
  static func check(_ team: WorkerTeam, blockCount: Int, region: Int) {
    let places = AlignedBuffer<Int>(count: blockCount)
    let terms = AlignedBuffer<Int>(count: blockCount)
    for block in 0..<blockCount { terms.pointer[block] = region + block }
    team.run(blockCount: blockCount) { places.pointer[$0] += terms.pointer[$0] }
    for block in 0..<blockCount where places.pointer[block] != region + block {
      Issue.record("region \(region), block \(block): \(places.pointer[block])")
    }
  }

  @Test(arguments: teams.indices)
  func eachBlockRunsOnceUnderStress(team: Int) {
    var stream = Seed(3).stream("blocks")
    for region in 0..<2000 {
      let blockCount = stream.integer(below: region.isMultiple(of: 100) ? 1500 : 12)
      Self.check(Self.teams[team], blockCount: blockCount, region: region)
    }
  }

  @Test(arguments: teams.indices)
  func callersAtOnceDoNotDisturbEachOther(team: Int) async {
    await withTaskGroup { group in
      for caller in 0..<4 {
        group.addTask {
          for region in 0..<500 {
            Self.check(Self.teams[team], blockCount: 2 + (region + caller) % 5, region: region)
          }
        }
      }
    }
  }

  @Test func threadsMayCallAtOnce() {
    let finished = Atomic(0)
    for caller in 0..<3 {
      let begun = DaemonThread.begin {
        for region in 0..<500 {
          Self.check(Self.teams[2], blockCount: 2 + caller, region: region)
        }
        finished.wrappingAdd(1, ordering: .releasing)
      }
      #expect(begun)
    }
    while finished.load(ordering: .acquiring) < 3 { usleep(100) }
  }

  @Test(arguments: teams.indices)
  func aBodyMayAskForTheTeam(team: Int) {
    let team = Self.teams[team]
    for region in 0..<200 {
      let sums = AlignedBuffer<Int>(count: 4)
      team.run(blockCount: 4) { outer in
        let parts = AlignedBuffer<Int>(count: 3)
        team.run(blockCount: 3) { parts.pointer[$0] = outer * 3 + $0 + region }
        sums.pointer[outer] = (0..<3).map { parts.pointer[$0] }.reduce(0, +)
      }
      #expect((0..<4).map { sums.pointer[$0] } == (0..<4).map { 9 * $0 + 3 + 3 * region })
    }
  }

  @Test(arguments: teams.indices)
  func helpersThatSleptComeBack(team: Int) {
    for region in 0..<20 {
      usleep(2000)
      Self.check(Self.teams[team], blockCount: 3, region: region)
    }
  }

  /// Runs a region whose blocks wait until all have begun, which takes a thread for each.
  static func meet(_ team: WorkerTeam, blockCount: Int) {
    let begun = Atomic(0)
    team.run(blockCount: blockCount) { _ in
      begun.wrappingAdd(1, ordering: .relaxed)
      while begun.load(ordering: .relaxed) < blockCount { sched_yield() }
    }
  }

  @Test(arguments: [1, 2, 6])
  func sleepingHelpersAreWoken(helperCount: Int) {
    let team = WorkerTeam(helperLimit: helperCount)
    for _ in 0..<20 {
      Self.meet(team, blockCount: helperCount + 1)
      usleep(2000)
      Self.meet(team, blockCount: 2)
    }
  }

  /// The caller sleeps until the helper is done with its block.
  @Test func theCallerWaitsForBlocksThatHelpersTook() {
    let team = WorkerTeam(helperLimit: 1)
    let caller = pthread_self()
    for _ in 0..<5 {
      let begun = Atomic(0)
      let finished = Atomic(0)
      team.run(blockCount: 2) { _ in
        begun.wrappingAdd(1, ordering: .relaxed)
        while begun.load(ordering: .relaxed) < 2 { sched_yield() }
        if pthread_equal(pthread_self(), caller) == 0 { usleep(3000) }
        finished.wrappingAdd(1, ordering: .relaxed)
      }
      let finishedCount = finished.load(ordering: .relaxed)
      #expect(finishedCount == 2)
    }
  }

  @Test(.enabled(if: allocation_count() >= 0, "malloc can be counted with glibc only"))
  func aRegionAllocatesNothing() {
    let team = WorkerTeam(helperLimit: 1)
    let places = AlignedBuffer<Int>(count: 2)
    let regions = { team.run(blockCount: 2) { places.pointer[$0] += 1 } }
    regions()
    let before = allocation_count()
    for _ in 0..<100 { regions() }
    #expect(allocation_count() == before)
    #expect((places.pointer[0], places.pointer[1]) == (101, 101))
    _ = AlignedBuffer<Int>(count: 2)
    #expect(allocation_count() > before)
  }

  /// Which of an interrupt, a termination, a user's signal and a fault this thread keeps away.
  static func blockedSignals() -> [Bool] {
    var signals = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &signals)
    return [SIGINT, SIGTERM, SIGUSR1, SIGSEGV].map { sigismember(&signals, $0) == 1 }
  }

  @Test func daemonThreadsTakeNoSignals() {
    let before = Self.blockedSignals()
    let inside = Mutex<[Bool]?>(nil)
    let begun = DaemonThread.begin { inside.withLock { $0 = Self.blockedSignals() } }
    #expect(begun && Self.blockedSignals() == before)
    while inside.withLock({ $0 }) == nil { usleep(100) }
    let found = inside.withLock { $0 }
    #expect(found == [true, true, true, false])
  }

  /// The end of `main` is the end of the process, helpers asleep or spinning.
  @Test func helpersDoNotKeepTheProcessAlive() async {
    await #expect(processExitsWith: .exitCode(7)) {
      WorkerTeam(helperLimit: 3).run(blockCount: 4) { _ in usleep(100) }
      exit(7)
    }
  }

  /// ThreadSanitizer ends a forked child that begins threads.
  static let threadsAreSanitized = dlsym(dlopen(nil, RTLD_NOW), "__tsan_init") != nil

  @Test(
    .enabled(if: Execution.processorCount > 1, "one processor has no helpers"),
    .enabled(if: !threadsAreSanitized, "ThreadSanitizer does not allow it"))
  func aForkedChildHasHelpersOfItsOwn() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let address = try #require(dlsym(dlopen(nil, RTLD_NOW), "fork"))
      let fork = unsafeBitCast(address, to: (@convention(c) () -> pid_t).self)
      Self.meet(.shared, blockCount: 2)
      usleep(2000)
      let child = fork()
      if child == 0 {
        alarm(20)
        Self.meet(.shared, blockCount: 2)
        _exit(0)
      }
      var status: Int32 = 0
      waitpid(child, &status, 0)
      exit(status == 0 ? 0 : 1)
    }
  }
}
