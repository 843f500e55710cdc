// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import Testing

@Suite("Vector functions")
struct VectorMathTests {
  @Test("stay within their error bounds, and flush what is below 2^-126", arguments: Function.all)
  func errors(function: Function) {
    let arguments = sampledArguments()
    for instructions in Instructions.available {
      let values = function.values(arguments, instructions)
      var worst = (error: 0.0, argument: Float(0))
      for (x, value) in zip(arguments, values) {
        let error = errorInUnits(value, exact: function.exact(Double(x)))
        // Not `max`: a NaN must not be passed over.
        if !(error <= worst.error) { worst = (error, x) }
      }
      #expect(
        worst.error <= function.bound, "\(function) on \(instructions) at \(worst.argument)")
    }
  }

  @Test("give the same bits on every instruction set", arguments: Function.all)
  func sameBits(function: Function) {
    let arguments = sampledArguments() + specialArguments
    let expected = function.values(arguments, .portable).map(\.bitPattern)
    for instructions in Instructions.available {
      let bits = function.values(arguments, instructions).map(\.bitPattern)
      let different = zip(arguments, zip(bits, expected)).first { $0.1.0 != $0.1.1 }
      #expect(different == nil, "\(function) on \(instructions)")
    }
  }

  @Test("turn every NaN into one NaN", arguments: Function.all)
  func notANumber(function: Function) {
    let payloads: [UInt32] = [0x7fc0_0000, 0xffc0_0000, 0x7f80_0001, 0xff80_0001, 0x7fff_ffff]
    for instructions in Instructions.available {
      let values = function.values(payloads.map(Float.init(bitPattern:)), instructions)
      #expect(values.map(\.bitPattern) == Array(repeating: 0x7fc0_0000, count: payloads.count))
    }
  }

  @Test("have the values stated for special arguments", arguments: SpecialValue.all)
  func special(value: SpecialValue) {
    for instructions in Instructions.available {
      let found = value.function.values([value.argument], instructions)[0]
      #expect(
        found.bitPattern == value.result.bitPattern,
        "\(value.function)(\(value.argument)) on \(instructions): \(found)")
    }
  }

  @Test("serve any count, in place too, and write nothing beyond it")
  func counts() {
    let arguments = (0..<40).map { Float($0) / 8 - 2 }
    for instructions in Instructions.available {
      let expected = arguments.map { Function.tanh.values([$0], instructions)[0] }
      for count in 0...arguments.count {
        var values = arguments
        values.withUnsafeMutableBufferPointer {
          rectifier_map(
            instructions.code, Function.tanh.code, 0, $0.baseAddress, $0.baseAddress, count)
        }
        #expect(values == Array(expected[..<count] + arguments[count...]))
      }
    }
  }

  @Test(
    "tanh and sin are odd in every bit, their slopes even",
    arguments: [(Function.tanh, Function.tanhSlope), (.sine, .cosine)])
  func symmetry(function: Function, slope: Function) {
    let arguments = sampledArguments().filter { $0 > 0 && $0 <= 65536 }
    let mirrored = arguments.map { -$0 }
    for instructions in Instructions.available {
      let values = function.values(arguments, instructions)
      #expect(function.values(mirrored, instructions) == values.map { -$0 })
      let slopes = slope.values(arguments, instructions)
      #expect(slope.values(mirrored, instructions) == slopes)
    }
  }

  @Test("sine and cosine hold their bounds where a multiple of pi / 2 is nearest")
  func reduction() {
    let turns = (1...41_000).map { Float(Double($0) * .pi / 2) }
    let arguments = turns + turns.map(\.nextUp) + turns.map(\.nextDown) + [65536, -65536]
    for instructions in Instructions.available {
      for function in [Function.sine, .cosine] {
        let values = function.values(arguments, instructions)
        let worst = zip(arguments, values).map { x, value in
          errorInUnits(value, exact: function.exact(Double(x)))
        }.max { !($0 >= $1) }
        #expect(worst! <= function.bound, "\(function) on \(instructions)")
      }
    }
  }
}

/// Every binade on both sides of 0, and evenly spaced arguments where the functions bend; all of
/// them normal.
private func sampledArguments() -> [Float] {
  var arguments: [Float] = []
  var state: UInt32 = 1
  for exponent in UInt32(1)...254 {
    for _ in 0..<8 {
      state = state &* 1_664_525 &+ 1_013_904_223
      let magnitude = Float(bitPattern: exponent << 23 | state >> 9)
      arguments += [magnitude, -magnitude]
    }
  }
  arguments += (-4000...4000).map { Float($0) / 40 + 1 / 256 }
  arguments += (-2000...2000).map { Float($0) / 1000 }.filter { $0 != 0 }
  return arguments
}

private let specialArguments: [Float] = [
  0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
  .leastNormalMagnitude, -.leastNormalMagnitude, Float.leastNormalMagnitude.nextDown,
  .greatestFiniteMagnitude, -.greatestFiniteMagnitude, -87.33654, -87.33655, 88.72283, 88.72284,
]

/// The distance of a value from the exact one, in units in the last place of the exact one as a
/// normal Float. Infinity where a NaN, an infinity or a flushed zero is not what it should be.
private func errorInUnits(_ value: Float, exact: Double) -> Double {
  if exact.isNaN { return value.isNaN ? 0 : .infinity }
  let halfUnitAboveGreatest = 0x1.ffffffp127
  if exact.magnitude >= halfUnitAboveGreatest {
    return value.isInfinite && (value < 0) == (exact < 0) ? 0 : .infinity
  }
  if exact.magnitude < 0x1p-126 { return value == 0 ? 0 : .infinity }
  guard value.isFinite else { return .infinity }
  let unit = Double(sign: .plus, exponent: exact.exponent - 23, significand: 1)
  return (Double(value) - exact).magnitude / unit
}

/// An instruction set that this machine has.
private struct Instructions: CustomStringConvertible {
  let description: String
  let code: rectifier_isa

  static let portable = Instructions(description: "portable", code: RECTIFIER_PORTABLE)
  static let available = [
    portable,
    Instructions(description: "avx2", code: RECTIFIER_AVX2),
    Instructions(description: "avx512", code: RECTIFIER_AVX512),
    Instructions(description: "neon", code: RECTIFIER_NEON),
  ].filter { rectifier_isa_available($0.code) }
}

extension Function {
  fileprivate func values(_ arguments: [Float], _ instructions: Instructions) -> [Float] {
    var values = [Float](repeating: 0, count: arguments.count)
    rectifier_map(instructions.code, code, parameter, arguments, &values, arguments.count)
    return values
  }
}
