// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import Testing

@Suite struct InterleavedTimesTests {
  private struct Stop: Error {}

  @Test func contestantsTakeTurnsAfterWarmingUp() {
    var calls: [Int] = []
    let times = InterleavedTimes.measure(
      contestantCount: 3, .rounds(4, repetitions: 2)
    ) { calls.append($0) }
    let warmUp = [0, 0, 1, 1, 2, 2]
    let rounds = [[0, 1, 2], [1, 2, 0], [2, 0, 1], [0, 1, 2]].joined().flatMap { [$0, $0] }
    #expect(calls == warmUp + rounds)
    #expect(times.rounds.count == 4)
    #expect(times.rounds.allSatisfy { $0.count == 3 && $0.allSatisfy { $0 >= 0 } })
  }

  @Test func threeRoundsAreTakenHoweverLittleTimeThereIs() {
    var calls = 0
    let times = InterleavedTimes.measure(contestantCount: 2, .seconds(1e-9)) { _ in calls += 1 }
    #expect(times.rounds.count == 3)
    #expect(calls == 2 * (2 + 3))
  }

  @Test func itTakesTheTimeItIsGiven() {
    let begin = ContinuousClock.now
    var calls = 0
    let times = InterleavedTimes.measure(contestantCount: 2, .seconds(0.05)) { _ in calls += 1 }
    #expect(ContinuousClock.now - begin >= .milliseconds(50))
    #expect(times.rounds.count >= 3)
    #expect(calls > 100, "work that takes no time is repeated")
  }

  @Test func ratiosAreTakenRoundByRound() {
    let times = InterleavedTimes(rounds: [[1, 2], [10, 40], [3, 9]])
    #expect(times.times(of: 0) == Spread([1, 10, 3]))
    #expect(times.times(of: 1, scale: 0.5) == Spread([1, 20, 4.5]))
    #expect(times.ratio(of: 1, to: 0) == Spread([2, 4, 3]))
  }

  @Test func aFailureEndsIt() {
    var calls = 0
    #expect(throws: Stop.self) {
      try InterleavedTimes.measure(contestantCount: 1, .rounds(5, repetitions: 1)) {
        (_) throws(Stop) in
        calls += 1
        if calls == 3 { throw Stop() }
      }
    }
    #expect(calls == 3)
  }
}
