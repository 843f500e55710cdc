// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A rate that was counted on a sample, and what the count says about the rate behind it.
public struct CountedRate: Hashable, Sendable {
  /// How many of the samples it was.
  public let count: Int
  /// How many samples there were.
  public let sampleCount: Int

  /// - Precondition: `0 ≤ count ≤ sampleCount`, and there is a sample.
  public init(count: Int, sampleCount: Int) {
    guard sampleCount > 0, (0...sampleCount).contains(count) else {
      fatalError("counted rate: \(count) of \(sampleCount)")
    }
    self.count = count
    self.sampleCount = sampleCount
  }

  /// count / sampleCount, 0…1.
  public var fraction: Double { Double(count) / Double(sampleCount) }

  /// The rates, 0…1, that a two-sided test at 5 % would not refuse after this count.
  ///
  ///     (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n),   z = 1.959964
  ///
  /// *Source:* Wilson, "Probable inference, the law of succession, and statistical inference"
  /// (1927).
  public var interval95: ClosedRange<Double> {
    let (p, n, z) = (fraction, Double(sampleCount), Self.normalQuantile)
    let middle = p + z * z / (2 * n)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    // Rounding must not carry an end past a count of none or all.
    let lower = count == 0 ? 0 : max(0, (middle - half) / scale)
    let upper = count == sampleCount ? 1 : min(1, (middle + half) / scale)
    return lower...upper
  }

  /// By how many standard errors this rate is above another, as if both were drawn from one.
  ///
  ///     z = (p₁ − p₂) / √(p(1−p)(1/n₁ + 1/n₂)),   p the rate of both samples together
  ///
  /// Beyond ±1.96 the two differ at the 5 % level; 0 where neither or both counted every sample.
  ///
  /// *Source:* the test that reproduces the bold figures of table 1 of Glorot, Bordes and Bengio
  /// (2011), who do not name theirs.
  public func standardErrors(above other: CountedRate) -> Double {
    let (n, m) = (Double(sampleCount), Double(other.sampleCount))
    let pooled = Double(count + other.count) / (n + m)
    let variance = pooled * (1 - pooled) * (1 / n + 1 / m)
    return variance > 0 ? (fraction - other.fraction) / variance.squareRoot() : 0
  }

  /// Whether two rates differ at the 5 % level.
  public func differs(from other: CountedRate) -> Bool {
    abs(standardErrors(above: other)) > Self.normalQuantile
  }

  /// The 97.5 % quantile of the standard normal distribution.
  package static let normalQuantile = 1.959963984540054
}
