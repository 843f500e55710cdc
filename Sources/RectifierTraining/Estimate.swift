// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A number measured on a sample, and what the sample says about the number behind it.
public struct Estimate: Hashable, Sendable {
  /// What was measured.
  public let value: Double
  /// Where the number behind it may lie, at 95 %; nil where the sample does not tell.
  public let interval95: ClosedRange<Double>?

  /// A value with what is known of it.
  public init(_ value: Double, interval95: ClosedRange<Double>? = nil) {
    self.value = value
    self.interval95 = interval95
  }

  /// A fraction of counted samples, with Wilson's interval.
  public init(_ rate: CountedRate) {
    self.init(rate.fraction, interval95: rate.interval95)
  }

  /// The square root of value and interval, whose ends are not below 0.
  var squareRoot: Estimate {
    Estimate(
      value.squareRoot(),
      interval95: interval95.map {
        max(0, $0.lowerBound).squareRoot()...max(0, $0.upperBound).squareRoot()
      })
  }
}
