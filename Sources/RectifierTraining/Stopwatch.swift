// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The time that an epoch's training steps have taken.
struct Stopwatch {
  /// False after a resumption inside an epoch, whose first steps nobody timed here.
  var coversWholeEpoch = false
  var trainingSeconds = 0.0

  static func seconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .seconds(1)
  }
}
