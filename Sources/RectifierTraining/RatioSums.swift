// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A ratio of two sums over samples, and how far chance may have carried it.
///
///     r = Σ a / Σ b
///     r ± z · √( n/(n−1) · Σ (a − r b)² ) / Σ b,   z = 1.959964
///
/// The interval takes r as normally distributed, with the variance of a ratio of means to first order:
/// good from some dozens of samples on. With b = 1 it is that of a mean. Everything is summed in Double
/// in the order in which samples are added.
///
/// *Source:* Cochran, "Sampling techniques" (1977), section 2.11.
struct RatioSums: Equatable, Sendable {
  private var sampleCount = 0.0
  private var (a, b) = (0.0, 0.0)
  private var (aa, ab, bb) = (0.0, 0.0, 0.0)

  /// Adds a sample, or as many samples as `count` says that are alike.
  mutating func add(_ a: Double, over b: Double = 1, count: Int = 1) {
    let count = Double(count)
    sampleCount += count
    self.a += count * a
    self.b += count * b
    aa += count * a * a
    ab += count * a * b
    bb += count * b * b
  }

  /// The ratio; nil where Σ b is 0. Of fewer than two samples there is no interval.
  var estimate: Estimate? {
    guard b != 0 else { return nil }
    let ratio = a / b
    guard sampleCount >= 2, ratio.isFinite else { return Estimate(ratio) }
    // Rounding can make the sum of squares a little less than nothing.
    let squares = max(0, aa - 2 * ratio * ab + ratio * ratio * bb)
    let error = (sampleCount / (sampleCount - 1) * squares).squareRoot() / b
    let half = CountedRate.normalQuantile * abs(error)
    return Estimate(ratio, interval95: ratio - half...ratio + half)
  }
}
