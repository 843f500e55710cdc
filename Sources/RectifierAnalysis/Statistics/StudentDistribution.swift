// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation

/// Student's t distribution.
package struct StudentDistribution: Equatable, Sendable {
  /// At least 1; not only whole numbers.
  package let degreesOfFreedom: Double

  /// - Precondition: `degreesOfFreedom` is at least 1.
  package init(degreesOfFreedom: Double) {
    guard degreesOfFreedom >= 1 else {
      fatalError("Student's t: \(degreesOfFreedom) degrees of freedom")
    }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// What |t| exceeds with probability 5 %, to four digits.
  ///
  /// With t = √ν tan θ the density becomes cosᵛ⁻¹ θ on (−π/2, π/2), which Simpson's rule sums.
  ///
  /// *Source:* Student, "The probable error of a mean" (1908), section III.
  package var quantile975: Double {
    // Beyond ±12 standard deviations of θ, about 1/√ν, nothing is left.
    let end = min(Double.pi / 2, 12 / degreesOfFreedom.squareRoot())
    let pairCount = 2000
    let step = end / Double(2 * pairCount)
    let whole = (0..<pairCount).reduce(0) { $0 + mass(ofPair: $1, step: step) }
    var sum = 0.0
    for pair in 0..<pairCount {
      let mass = mass(ofPair: pair, step: step)
      if sum + mass >= 0.95 * whole {
        let share = (0.95 * whole - sum) / mass
        return degreesOfFreedom.squareRoot() * tan(2 * step * (Double(pair) + share))
      }
      sum += mass
    }
    return .infinity
  }

  /// Simpson's rule over two steps of θ.
  private func mass(ofPair pair: Int, step: Double) -> Double {
    let begin = 2 * step * Double(pair)
    func density(_ angle: Double) -> Double { pow(max(0, cos(angle)), degreesOfFreedom - 1) }
    return step / 3 * (density(begin) + 4 * density(begin + step) + density(begin + 2 * step))
  }
}
