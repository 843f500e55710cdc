// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

@Suite("Backward pass of the bias")
struct BiasTests {
  /// The bias and its moments after each rule, and last the gradient, by any implementation.
  private func results(
    _ bias: KernelBuffer<Float>, delta: KernelBuffer<Float>, outputs: Int, rows: Int,
    run: (inout rectifier_bias_backward) -> Void
  ) -> [(String, KernelBuffer<Float>)] {
    func pass(
      _ rule: rectifier_rule, gradient: KernelBuffer<Float>?
    ) -> [(String, KernelBuffer<Float>)] {
      let result = KernelBuffer(copying: bias)
      let moments = MomentBuffers(like: bias)
      var job = rectifier_bias_backward(
        bias: result.pointer, output_count: outputs, delta: delta.pointer,
        delta_stride: Shape.padded(outputs), row_count: rows,
        batch_scale: 1 / Float(max(1, rows)), update: .kernel(rule, rate: 0.3),
        moments: moments.pointers, gradient: gradient?.pointer)
      run(&job)
      let what = "\(rule.rawValue), \(rows) × \(outputs)"
      return [
        ("bias, rule \(what)", result), ("first moment, \(what)", moments.first),
        ("second moment, \(what)", moments.second),
      ] + (gradient.map { [("gradient, \(what)", $0)] } ?? [])
    }
    return UpdateRule.all.flatMap { pass($0, gradient: nil) }
      + pass(RECTIFIER_ADAM, gradient: KernelBuffer(count: bias.count, byte: 0xFF))
  }

  private func expectBias(
    _ bias: KernelBuffer<Float>, delta: KernelBuffer<Float>, outputs: Int, rows: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let expected = results(bias, delta: delta, outputs: outputs, rows: rows) {
      rectifier_backward_bias_reference(&$0)
    }
    for set in KernelSet.available {
      let found = results(bias, delta: delta, outputs: outputs, rows: rows) {
        rectifier_backward_bias(set, &$0)
      }
      for (found, expected) in zip(found, expected) {
        found.1.expectBits(
          of: expected.1, "\(KernelSet.name(set)), \(found.0)", sourceLocation: sourceLocation)
      }
    }
  }

  private func random(_ count: Int, padding outputs: Int, seed: Int) -> KernelBuffer<Float> {
    let buffer = KernelBuffer<Float>(count: count)
    var random = PseudoRandom(seed)
    for place in 0..<count where place % Shape.padded(outputs) < outputs {
      buffer[place] = random.value()
    }
    return buffer
  }

  @Test("The bias takes the twin's bits, in place or by its gradient")
  func bias() {
    for outputs in [1, 10, 15, 16, 17, 127, 128, 129, 250] {
      for rows in [1, 2, 3, 8, 25] {
        let stride = Shape.padded(outputs)
        expectBias(
          random(stride, padding: outputs, seed: outputs),
          delta: random(rows * stride, padding: outputs, seed: rows), outputs: outputs, rows: rows)
      }
    }
  }

  @Test("Negative zeros, underflow and NaN in the bias and its deltas")
  func biasEdges() {
    let bias = random(32, padding: 17, seed: 1)
    let delta = random(3 * 32, padding: 17, seed: 2)
    let denormal = Float.leastNormalMagnitude / 2
    (bias[0], bias[1], bias[2], bias[3]) = (-0.0, denormal, 1e-38, 0)
    for row in 0..<3 {
      (delta[row * 32], delta[row * 32 + 1], delta[row * 32 + 2]) = (-0.0, denormal, -1.2e-38)
      (delta[row * 32 + 3], delta[row * 32 + 4]) = (-1.2e-38, .infinity)
    }
    delta[5] = .nan
    (delta[6], delta[32 + 6], delta[64 + 6]) = (0, 1.2e-38, -1.3e-38)  // a sum that underflows
    expectBias(bias, delta: delta, outputs: 17, rows: 3)
  }
}
