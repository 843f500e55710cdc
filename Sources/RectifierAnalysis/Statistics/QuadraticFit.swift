// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The parabola with the least squares through points.
///
///     y = a u² + b u + c,   u = x − x̄
///
/// It is kept around the mean of x, where its coefficients are nearly independent.
package struct QuadraticFit: Equatable, Sendable {
  /// A number that was estimated, its standard error, and what it may be at 95 %.
  package struct Estimate: Equatable, Sendable {
    package let value: Double
    package let standardError: Double
    package let interval95: ClosedRange<Double>

    fileprivate init(_ value: Double, _ standardError: Double, degreesOfFreedom: Double) {
      self.value = value
      self.standardError = standardError
      let half = StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile975 * standardError
      interval95 = value - half...value + half
    }
  }

  private let center: Double
  /// a, b, c.
  private let coefficients: [Double]
  /// The covariance of a, b, c, row by row.
  private let covariance: [[Double]]
  /// Points less coefficients.
  package let degreesOfFreedom: Double

  /// Nil for fewer than four points, and where they have fewer than three different x.
  package init?(_ points: [(x: Double, y: Double)]) {
    guard points.count > 3, Set(points.map(\.x)).count > 2 else { return nil }
    let count = Double(points.count)
    let center = points.reduce(0) { $0 + $1.x } / count
    let rows = points.map { point -> [Double] in
      let u = point.x - center
      return [u * u, u, 1]
    }
    let products = (0..<3).map { i in (0..<3).map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } } }
    guard let inverse = Self.inverse(products) else { return nil }
    let right = (0..<3).map { i in zip(rows, points).reduce(0) { $0 + $1.0[i] * $1.1.y } }
    let solution = inverse.map { row in zip(row, right).reduce(0) { $0 + $1.0 * $1.1 } }
    let squares = zip(rows, points).reduce(0.0) { sum, row in
      let residual = row.1.y - zip(row.0, solution).reduce(0) { $0 + $1.0 * $1.1 }
      return sum + residual * residual
    }
    self.center = center
    coefficients = solution
    degreesOfFreedom = count - 3
    let variance = squares / degreesOfFreedom
    covariance = inverse.map { $0.map { $0 * variance } }
  }

  /// The coefficients of x², x and 1, around 0.
  package var expanded: (quadratic: Double, linear: Double, constant: Double) {
    let (a, b, c) = (coefficients[0], coefficients[1], coefficients[2])
    return (a, b - 2 * a * center, c - b * center + a * center * center)
  }

  package func value(at x: Double) -> Double {
    let u = x - center
    return (coefficients[0] * u + coefficients[1]) * u + coefficients[2]
  }

  /// Where the parabola is lowest, and its value there; nil where it opens downwards.
  ///
  /// The standard errors are those of the linear terms in the errors of a, b and c.
  package var minimum: (x: Estimate, y: Estimate)? {
    let (a, b) = (coefficients[0], coefficients[1])
    guard a > 0 else { return nil }
    let u = -b / (2 * a)
    return (
      x: estimate(center + u, along: [b / (2 * a * a), -1 / (2 * a), 0]),
      y: estimate(value(at: center + u), along: [u * u, u, 1])
    )
  }

  /// A value that changes by the gradient with a, b and c.
  private func estimate(_ value: Double, along gradient: [Double]) -> Estimate {
    let variance = gradient.indices.reduce(0.0) { sum, i in
      sum + gradient[i] * zip(covariance[i], gradient).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return Estimate(value, max(0, variance).squareRoot(), degreesOfFreedom: degreesOfFreedom)
  }

  /// By cofactors; nil where the matrix has none.
  private static func inverse(_ m: [[Double]]) -> [[Double]]? {
    func cofactor(_ i: Int, _ j: Int) -> Double {
      let (r, s, k, l) = ((i + 1) % 3, (i + 2) % 3, (j + 1) % 3, (j + 2) % 3)
      return m[r][k] * m[s][l] - m[r][l] * m[s][k]
    }
    let determinant = (0..<3).reduce(0) { $0 + m[0][$1] * cofactor(0, $1) }
    guard determinant.isNormal else { return nil }
    return (0..<3).map { i in (0..<3).map { j in cofactor(j, i) / determinant } }
  }
}
