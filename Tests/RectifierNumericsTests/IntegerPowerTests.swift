// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierNumerics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct IntegerPowerTests {
  @Test func smallPowersAreExact() {
    for base in [0, 1, 2, -3, 0.5] {
      var product = 1.0
      for exponent in 0...20 {
        #expect(base.raised(to: exponent) == product)
        product *= base
      }
    }
  }

  @Test(arguments: [0.9, 0.999, 0.99999, 1.0001])
  func powersAreNearThoseOfTheLibrary(base: Double) {
    for exponent in [1, 2, 3, 31, 32, 1000, 99_999, 1 << 20] {
      let exact = pow(base, Double(exponent))
      // Each squaring doubles the error that it finds and adds its own.
      let bound = Double(exponent) * exact.ulp + 1e-300
      #expect(abs(base.raised(to: exponent) - exact) <= bound, "\(base)^\(exponent)")
    }
  }

  @Test func aPowerThatVanishesIsZero() {
    #expect((0.5).raised(to: 1 << 40) == 0)
  }
}
