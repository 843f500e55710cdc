// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How far the codes of a layer are from each other.
struct CodeSpread {
  private var count = 0
  private var sums: [Double]
  private var squares: [Double]

  init(unitCount: Int) {
    sums = [Double](repeating: 0, count: unitCount)
    squares = sums
  }

  /// Adds the code of a sample.
  mutating func add(_ code: some Collection<Float>) {
    count += 1
    for (unit, value) in code.enumerated() {
      sums[unit] += Double(value)
      squares[unit] += Double(value) * Double(value)
    }
  }

  /// The root of the mean squared distance of two different samples' codes; 0 for one sample.
  ///
  ///     Dₕ² = 2/(n − 1) · Σ (Σₙ h² − (Σₙ h)²/n),   over units
  var rootMeanSquareDistance: Double {
    guard count > 1 else { return 0 }
    let squaredDistances = zip(sums, squares).reduce(0) { total, unit in
      total + max(0, unit.1 - unit.0 * unit.0 / Double(count))
    }
    return (2 * squaredDistances / Double(count - 1)).squareRoot()
  }
}
