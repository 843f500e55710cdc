// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Numbers of a sample: their mean and how they are spread.
package struct SampleMoments: Equatable, Sendable {
  package let count: Int
  package let mean: Double
  /// √(Σ(x − mean)² / (n − 1)); nil for fewer than two.
  package let standardDeviation: Double?

  /// Nil for no values.
  package init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    count = values.count
    let mean = values.reduce(0, +) / Double(values.count)
    self.mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardDeviation =
      values.count < 2 ? nil : (squares / Double(values.count - 1)).squareRoot()
  }

  /// What the mean behind the sample may be, at 95 %: x̄ ± t₀.₉₇₅(n − 1)·s/√n; nil for fewer than
  /// two.
  package var interval95: ClosedRange<Double>? {
    standardDeviation.map { deviation in
      let quantile = StudentDistribution(degreesOfFreedom: Double(count - 1)).quantile975
      let half = quantile * deviation / Double(count).squareRoot()
      return mean - half...mean + half
    }
  }
}
