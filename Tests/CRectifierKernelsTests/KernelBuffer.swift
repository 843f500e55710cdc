// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

/// Memory for a kernel on a 64-byte boundary, within a border that no kernel may write.
final class KernelBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Element>
  let count: Int
  private let memory: UnsafeMutableRawPointer
  private let border = 128
  private let borderByte: UInt8 = 0xA5

  private var bodyByteCount: Int { count * MemoryLayout<Element>.stride }

  /// `count` elements whose bytes are all `byte`: 0xFF makes every float a NaN.
  init(count: Int, byte: UInt8 = 0) {
    let bodyByteCount = count * MemoryLayout<Element>.stride
    let byteCount = bodyByteCount + 2 * border
    memory = .allocate(byteCount: byteCount, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: borderByte, count: byteCount)
    let body = memory + border
    body.initializeMemory(as: UInt8.self, repeating: byte, count: bodyByteCount)
    pointer = body.bindMemory(to: Element.self, capacity: count)
    self.count = count
  }

  convenience init(copying other: KernelBuffer<Element>) {
    self.init(count: other.count)
    pointer.update(from: other.pointer, count: count)
  }

  deinit { memory.deallocate() }

  var isBorderIntact: Bool {
    let bytes = memory.assumingMemoryBound(to: UInt8.self)
    let borders = [0..<border, border + bodyByteCount..<2 * border + bodyByteCount]
    return borders.joined().allSatisfy { bytes[$0] == borderByte }
  }

  subscript(position: Int) -> Element {
    get { pointer[position] }
    set { pointer[position] = newValue }
  }
}

extension KernelBuffer<Float> {
  /// Expects equal bits (any NaN equals any NaN) and unwritten borders.
  func expectBits(
    of expected: KernelBuffer<Float>, _ what: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let place = rectifier_first_difference(pointer, expected.pointer, count)
    if place < count || count != expected.count {
      let found = place < count ? "\(self[place])" : "\(count) values"
      let wanted = place < expected.count ? "\(expected[place])" : "\(expected.count) values"
      Issue.record(
        "\(what()): at \(place) found \(found), expected \(wanted)",
        sourceLocation: sourceLocation)
    }
    if !isBorderIntact {
      Issue.record("\(what()): wrote outside its memory", sourceLocation: sourceLocation)
    }
  }
}

/// The instruction sets that this machine runs.
enum KernelSet {
  static let available: [rectifier_isa] = [
    RECTIFIER_PORTABLE, RECTIFIER_AVX2, RECTIFIER_AVX512, RECTIFIER_NEON,
  ].filter { rectifier_isa_available($0) }

  static func name(_ set: rectifier_isa) -> String {
    switch set {
    case RECTIFIER_PORTABLE: "portable"
    case RECTIFIER_AVX2: "AVX2"
    case RECTIFIER_AVX512: "AVX-512"
    case RECTIFIER_NEON: "NEON"
    default: "set \(set.rawValue)"
    }
  }
}

/// SplitMix64: the tests' data are the same on every machine.
struct PseudoRandom {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Uniform in [-1, 1), and never 0.
  mutating func value() -> Float {
    let odd = Int32(truncatingIfNeeded: bits() >> 40) | 1
    return Float(odd - 0x800000) * 0x1p-23
  }

  /// True with the given probability.
  mutating func chance(_ probability: Double) -> Bool {
    Double(bits() >> 11) * 0x1p-53 < probability
  }
}
