// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Double {
  /// The number to a whole power, by repeated squaring: only multiplications, in a fixed order, so
  /// the bits are the same on every system.
  ///
  /// - Precondition: `exponent` is not negative.
  /// - Complexity: O(log exponent).
  package func raised(to exponent: Int) -> Double {
    guard exponent >= 0 else { fatalError("power: exponent \(exponent)") }
    var (result, square, left) = (1.0, self, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }
}
