// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// One kind of work at one batch size, with one number of threads, at one fraction of zeros.
package struct BenchRow: Equatable, Sendable {
  package let work: BenchWork
  package let threadCount: Int
  package let batchSize: Int
  /// The zeros that were asked for, 0…1; nil where the network has its own.
  package let wantedZeroFraction: Double?
  /// What was found in the inputs and the hidden layers.
  package let activity: LayerActivity
  /// Hidden units that are zero, 0…1, all layers together.
  package let zeroFraction: Double
  /// Seconds a batch took, one contestant for each of `Execution.Kernels.allCases`.
  package let times: InterleavedTimes
  package let cost: StepCost
  package let limits: MachineLimits

  /// Microseconds a sample.
  package func microseconds(_ kernels: Execution.Kernels) -> Spread {
    times.times(of: Self.contestant(kernels), scale: 1e6 / Double(batchSize))
  }

  /// One choice's time over another's, round by round.
  package func ratio(of kernels: Execution.Kernels, to other: Execution.Kernels) -> Spread {
    times.ratio(of: Self.contestant(kernels), to: Self.contestant(other))
  }

  /// Two operations for each multiply-add that the zeros leave over, 10⁹/s, automatic kernels.
  package var gigaflops: Double { 2e-9 * cost.multiplyAdds / secondsPerSample }

  /// The same with those that the zeros save: what a dense program would have to reach.
  package var denseEquivalentGigaflops: Double {
    2e-9 * cost.denseMultiplyAdds / secondsPerSample
  }

  /// Weights read and written, 10⁹ bytes/s, automatic kernels.
  package var gigabytesPerSecond: Double {
    let byteCount = cost.readByteCount + cost.rewriteByteCount
    return 1e-9 * byteCount / (secondsPerSample * Double(batchSize))
  }

  /// The least time that the machine's peaks allow, microseconds a sample, and which peak it is.
  package var limit: (microseconds: Double, by: MachineLimits.Bound) {
    let bound = limits.bound(of: cost, batchSize: batchSize)
    return (bound.seconds * 1e6 / Double(batchSize), bound.by)
  }

  /// The limit over the time that was taken: 1 where nothing is left to gain. It can be above 1 where
  /// the rows that are touched fit a cache that all weights do not.
  package var fractionOfLimit: Double { limit.microseconds * 1e-6 / secondsPerSample }

  private var secondsPerSample: Double { microseconds(.automatic).median * 1e-6 }

  private static func contestant(_ kernels: Execution.Kernels) -> Int {
    Execution.Kernels.allCases.firstIndex(of: kernels)!
  }
}
