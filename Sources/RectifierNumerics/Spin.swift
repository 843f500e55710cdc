// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A wait on the processor, for what is expected within microseconds.
struct Spin {
  /// How long it pays to spin before one sleeps.
  static let nanoseconds = 50_000
  /// The clock takes longer to read than most waits last.
  private static let pausesBetweenReadings = 32

  private var pauseCount = 0
  private var end: Int?

  /// Pauses for a moment; true once the time is over, and from then on.
  mutating func isOver() -> Bool {
    rectifier_pause()
    pauseCount += 1
    guard pauseCount.isMultiple(of: Self.pausesBetweenReadings) else { return false }
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = time.tv_sec * 1_000_000_000 + time.tv_nsec
    guard let end else {
      end = now + Self.nanoseconds
      return false
    }
    return now >= end
  }
}
