// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import Testing

@testable import RectifierNumerics

/// The accuracy of the functions is tested with the kernels.
@Suite struct ElementaryTests {
  static let functions:
    [(name: String, code: rectifier_function, value: @Sendable (Float) -> Float)] = [
      ("exp", RECTIFIER_EXP, { Elementary.exp($0) }),
      ("log", RECTIFIER_LOG, { Elementary.log($0) }),
      ("sin", RECTIFIER_SIN, { Elementary.sin($0) }),
      ("cos", RECTIFIER_COS, { Elementary.cos($0) }),
      ("pow", RECTIFIER_POW, { Elementary.pow($0, 1.5) }),
    ]

  @Test(arguments: functions.indices)
  func valuesAreTheKernelsOnEveryInstructionSet(index: Int) {
    let (name, code, value) = Self.functions[index]
    let arguments: [Float] = [0, -0.0, 0.25, 1, -1, 3.5, 80, 1e4, 1e30, .infinity, .nan]
    for set in InstructionSet.available {
      var values = arguments
      values.withUnsafeMutableBufferPointer {
        rectifier_map(set.code, code, 1.5, $0.baseAddress, $0.baseAddress, arguments.count)
      }
      #expect(arguments.map { value($0).bitPattern } == values.map(\.bitPattern), "\(name) \(set)")
    }
  }

  @Test func knownValues() {
    #expect(Elementary.exp(0) == 1 && Elementary.log(1) == 0)
    #expect(Elementary.sin(0) == 0 && Elementary.cos(0) == 1)
    #expect(Elementary.sin(1e5).isNaN && Elementary.pow(-1, 2).isNaN)
    #expect(Elementary.pow(4, 0.5) == 2 && Elementary.pow(2, -3) == 0.125)
    #expect(Elementary.pow(0, 2) == 0 && Elementary.pow(0, 0) == 1 && Elementary.pow(7, 0) == 1)
  }

  @Test func powersOfZeroAndBelow() {
    for base: Float in [0, -0.0, .leastNonzeroMagnitude, .leastNormalMagnitude, 7, .infinity] {
      #expect(Elementary.pow(base, 0) == 1, "\(base)")
    }
    for base: Float in [-1, -.leastNormalMagnitude, -1e30, -.infinity, .nan] {
      for exponent: Float in [0, 1, 2, -2, 0.5] {
        #expect(Elementary.pow(base, exponent).isNaN, "\(base) \(exponent)")
      }
    }
  }
}
