// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Matrix {
  /// The numbers that the generators in Golden make too, exact in Float where the divisor is a power of
  /// 2: ((f₀·n + f₁·k + 7) mod modulus − offset) / divisor.
  static func fractions(
    _ rows: Int, _ columns: Int, _ factors: (Int, Int), _ modulus: Int, _ offset: Int,
    _ divisor: Float
  ) -> Matrix {
    Matrix(
      rows: (0..<rows).map { n in
        (0..<columns).map { k in
          Float((factors.0 * n + factors.1 * k + 7) % modulus - offset) / divisor
        }
      })
  }
}
