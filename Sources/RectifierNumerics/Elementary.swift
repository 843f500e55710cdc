// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

/// The kernels' own elementary functions of one number: the same bits on every system, where those
/// of the C library differ.
///
/// Errors, ranges and special values are stated with the kernels' functions; none is off by more
/// than 1.1 units in the last place. Denormal arguments are zeros and so are results
/// that would be denormal. A call takes some tens of nanoseconds: arrays go to `rectifier_map`.
package enum Elementary {
  /// eˣ.
  package static func exp(_ x: Float) -> Float { value(RECTIFIER_EXP, at: x) }

  /// The natural logarithm; −∞ at 0, NaN below.
  package static func log(_ x: Float) -> Float { value(RECTIFIER_LOG, at: x) }

  /// The sine of an angle in radians; NaN beyond ±65536.
  package static func sin(_ x: Float) -> Float { value(RECTIFIER_SIN, at: x) }

  /// The cosine of an angle in radians; NaN beyond ±65536.
  package static func cos(_ x: Float) -> Float { value(RECTIFIER_COS, at: x) }

  /// A power of a number that is not negative; NaN for every base below 0, whatever the exponent.
  ///
  /// Edge cases: pow(x, 0) is 1 for every x ≥ 0; pow(0, e) is 0 for e > 0.
  package static func pow(_ base: Float, _ exponent: Float) -> Float {
    value(RECTIFIER_POW, parameter: exponent, at: base)
  }

  private static func value(
    _ function: rectifier_function, parameter: Float = 0, at x: Float
  ) -> Float {
    var value = x
    // One pointer twice: two of `value` would be overlapping accesses.
    withUnsafeMutablePointer(to: &value) {
      rectifier_map(InstructionSet.selected.code, function, parameter, $0, $0, 1)
    }
    return value
  }
}
