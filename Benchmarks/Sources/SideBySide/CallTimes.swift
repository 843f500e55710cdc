// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The times of calls, one after another.
struct CallTimes {
  /// Seconds, ascending; not empty.
  private let seconds: [Double]

  /// Calls `body` until so many seconds have passed, and often enough to speak of a median.
  ///
  /// - Parameter body: Answers whether its time counts.
  init(during wanted: Double, body: () throws -> Bool) rethrows {
    var times: [Double] = []
    times.reserveCapacity(1 << 16)
    let begin = ContinuousClock.now
    var start = begin
    while times.count < Self.leastCount || (start - begin) / .seconds(1) < wanted {
      start = ContinuousClock.now
      let counts = try body()
      let end = ContinuousClock.now
      if counts { times.append((end - start) / .seconds(1)) }
    }
    seconds = times.sorted()
  }

  var count: Int { seconds.count }

  var least: Double { seconds[0] }

  /// The middle one; of an even number the mean of both.
  var median: Double { (seconds[(count - 1) / 2] + seconds[count / 2]) / 2 }

  private static let leastCount = 3
}
