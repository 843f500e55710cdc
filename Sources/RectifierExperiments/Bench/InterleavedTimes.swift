// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Times of contestants that took turns, so that whatever else slows the machine down slows all of
/// them.
package struct InterleavedTimes: Equatable, Sendable {
  /// Seconds that a contestant's work took once, `[round][contestant]`.
  package let rounds: [[Double]]

  /// How much is measured, after each contestant has worked without being timed.
  package enum Extent: Equatable, Sendable {
    /// So many rounds, the work repeated so often in each.
    case rounds(Int, repetitions: Int)
    /// At least three rounds, and as many as fit the time, the work repeated until a round takes
    /// about a tenth of it.
    case seconds(Double)
  }

  private static let leastRoundCount = 3
  private static let usualRoundCount = 10

  package init(rounds: [[Double]]) {
    self.rounds = rounds
  }

  /// Lets contestants 0 ..< `contestantCount` work in turn, each round beginning with another.
  package static func measure<Failure: Error>(
    contestantCount: Int, _ extent: Extent, work: (_ contestant: Int) throws(Failure) -> Void
  ) throws(Failure) -> InterleavedTimes {
    let begin = ContinuousClock.now
    var repetitions: [Int] = []
    for contestant in 0..<contestantCount {
      if case .rounds(_, let count) = extent {
        _ = try seconds(repeating: count) { () throws(Failure) in try work(contestant) }
        repetitions.append(count)
      } else {
        // Once for what is done but once, such as the measurement of thresholds.
        try work(contestant)
        let estimate = try seconds(repeating: 1) { () throws(Failure) in try work(contestant) }
        repetitions.append(
          extent.repetitions(estimate: estimate, contestantCount: contestantCount))
      }
    }
    var rounds: [[Double]] = []
    while extent.continues(after: rounds.count, since: begin) {
      var times = [Double](repeating: 0, count: contestantCount)
      for turn in 0..<contestantCount {
        let contestant = (rounds.count + turn) % contestantCount
        times[contestant] = try seconds(repeating: repetitions[contestant]) {
          () throws(Failure) in try work(contestant)
        }
      }
      rounds.append(times)
    }
    return InterleavedTimes(rounds: rounds)
  }

  /// The mean time of so many repetitions.
  private static func seconds<Failure: Error>(
    repeating count: Int, _ work: () throws(Failure) -> Void
  ) throws(Failure) -> Double {
    let start = ContinuousClock.now
    for _ in 0..<count { try work() }
    return (ContinuousClock.now - start) / .seconds(1) / Double(count)
  }

  /// The times of one contestant, multiplied by `scale`.
  package func times(of contestant: Int, scale: Double = 1) -> Spread {
    Spread(rounds.map { $0[contestant] * scale })
  }

  /// One contestant's time over another's, round by round.
  package func ratio(of contestant: Int, to other: Int) -> Spread {
    Spread(rounds.map { $0[contestant] / $0[other] })
  }
}

extension InterleavedTimes.Extent {
  /// How often work that took `estimate` seconds is repeated in a round.
  fileprivate func repetitions(estimate: Double, contestantCount: Int) -> Int {
    guard case .seconds(let seconds) = self else { return 1 }
    let turns = Double(InterleavedTimes.usualRoundCount * contestantCount)
    return max(1, Int(min(seconds / turns / max(estimate, 1e-9), 1e9)))
  }

  fileprivate func continues(after roundCount: Int, since begin: ContinuousClock.Instant) -> Bool {
    switch self {
    case .rounds(let count, _): roundCount < count
    case .seconds(let seconds):
      roundCount < InterleavedTimes.leastRoundCount
        || (ContinuousClock.now - begin) / .seconds(1) < seconds
    }
  }
}
