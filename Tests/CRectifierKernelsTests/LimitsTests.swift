// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import Testing

@Suite("Measures of the machine")
struct LimitsTests {
  /// Below, at and above the tiles of every set: 32, 96 and 384 values.
  private static let counts = [0, 16, 32, 48, 96, 112, 128, 384, 400, 784]

  private static func drawn(_ count: Int) -> KernelBuffer<Float> {
    let values = KernelBuffer<Float>(count: count)
    for k in 0..<count { values[k] = Float(k * 37 % 101) / 8 - 6 }
    return values
  }

  @Test("Iterating is one fused multiply-add a round and value", arguments: counts)
  func iterating(count: Int) {
    let expected = Self.drawn(count)
    for k in 0..<count {
      for _ in 0..<5 { expected[k] = (0.7 as Float).addingProduct(expected[k], 0.3) }
    }
    for set in KernelSet.available {
      let found = Self.drawn(count)
      rectifier_iterate(set, found.pointer, count, 0.3, 0.7, 5)
      found.expectBits(of: expected, "\(count) values on \(KernelSet.name(set))")
      rectifier_iterate(set, found.pointer, count, 0.3, 0.7, 0)
      found.expectBits(of: expected, "no round on \(KernelSet.name(set))")
    }
  }

  @Test("A sum has every value once", arguments: counts)
  func summing(count: Int) {
    let values = Self.drawn(count)
    // Multiples of 1/8 that stay small: exact in any order.
    let expected = (0..<count).reduce(Float(0)) { $0 + values[$1] }
    for set in KernelSet.available {
      #expect(rectifier_sum(set, values.pointer, count) == expected, "\(KernelSet.name(set))")
    }
  }
}
