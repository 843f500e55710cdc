// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import Testing

enum UpdateRule {
  static let all = [RECTIFIER_SGD, RECTIFIER_MOMENTUM, RECTIFIER_NESTEROV, RECTIFIER_ADAM]
}

extension rectifier_update {
  /// A rule with its usual constants, as of an early step.
  static func kernel(_ rule: rectifier_rule, rate: Float) -> rectifier_update {
    rectifier_update(
      rule: rule, rate: rate, first_decay: 0.9, second_decay: 0.999, second_scale: 7.5,
      epsilon: 1e-8)
  }
}

/// The moments of parameters after some steps, for kernels to go on with; padding zero.
final class MomentBuffers: @unchecked Sendable {
  let first: KernelBuffer<Float>
  let second: KernelBuffer<Float>

  /// Moments for parameters; where those are exactly zero, as all padding is, so are they.
  init(like parameters: KernelBuffer<Float>) {
    first = KernelBuffer(count: parameters.count)
    second = KernelBuffer(count: parameters.count)
    var random = PseudoRandom(parameters.count)
    for place in 0..<parameters.count {
      let (mean, root) = (random.value(), random.value())
      guard parameters[place] != 0 else { continue }
      (first[place], second[place]) = (mean, root * root)
    }
  }

  init(copying other: MomentBuffers) {
    first = KernelBuffer(copying: other.first)
    second = KernelBuffer(copying: other.second)
  }

  var pointers: rectifier_moments {
    rectifier_moments(first: first.pointer, second: second.pointer)
  }

  func expectBits(
    of expected: MomentBuffers, _ what: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    first.expectBits(
      of: expected.first, "first moment, \(what())", sourceLocation: sourceLocation)
    second.expectBits(
      of: expected.second, "second moment, \(what())", sourceLocation: sourceLocation)
  }
}
