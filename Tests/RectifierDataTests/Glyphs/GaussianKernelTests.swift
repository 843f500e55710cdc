// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct GaussianKernelTests {
  @Test(arguments: [(2, 12, 13), (3.8, 5.7, 5), (6.75, 10.1, 11), (8, 32, 33), (1, 1.9, 1)])
  func weightsAreASymmetricShareOfOne(sigma: Float, width: Float, count: Int) {
    let weights = GaussianKernel.weights(sigma: sigma, width: width)
    #expect(weights.count == count)
    #expect(abs(weights.reduce(0, +) - 1) < 1e-6)
    #expect(weights == weights.reversed())
    let middle = count / 2
    for (first, second) in zip(weights[middle...], weights[middle...].dropFirst()) {
      #expect(first > second)
    }
  }

  /// exp(−1/4) apart at σ = 2: not the e^(−x²/2σ²) of the normal distribution.
  @Test func neighboursDifferByTheSquareOfTheirDistance() {
    let weights = GaussianKernel.weights(sigma: 2, width: 4)
    #expect(abs(weights[3] / weights[2] - 0.7788008) < 1e-6)
    #expect(abs(weights[4] / weights[2] - 0.36787944) < 1e-6)
  }
}
