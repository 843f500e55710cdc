// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

@Suite("Backward pass of the bias, and descent")
struct DescentTests {
  private func expectBias(
    _ bias: KernelBuffer<Float>, delta: KernelBuffer<Float>, outputs: Int, rows: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    func job(
      _ bias: KernelBuffer<Float>, _ gradient: KernelBuffer<Float>?
    ) -> rectifier_bias_backward {
      rectifier_bias_backward(
        bias: bias.pointer, output_count: outputs, delta: delta.pointer,
        delta_stride: Shape.padded(outputs), row_count: rows,
        batch_scale: 1 / Float(max(1, rows)), rate: 0.3, gradient: gradient?.pointer)
    }
    let expected = KernelBuffer(copying: bias)
    let expectedGradient = KernelBuffer<Float>(count: bias.count, byte: 0xFF)
    var fusedTwin = job(expected, nil)
    rectifier_backward_bias_reference(&fusedTwin)
    var gradientTwin = job(bias, expectedGradient)
    rectifier_backward_bias_reference(&gradientTwin)
    for set in KernelSet.available {
      let what = "\(KernelSet.name(set)), \(rows) × \(outputs)"
      let fused = KernelBuffer(copying: bias)
      var fusedJob = job(fused, nil)
      rectifier_backward_bias(set, &fusedJob)
      fused.expectBits(of: expected, "fused, \(what)", sourceLocation: sourceLocation)
      let gradient = KernelBuffer<Float>(count: bias.count, byte: 0xFF)
      let unfused = KernelBuffer(copying: bias)
      var gradientJob = job(unfused, gradient)
      rectifier_backward_bias(set, &gradientJob)
      unfused.expectBits(of: bias, "beside a gradient, \(what)", sourceLocation: sourceLocation)
      gradient.expectBits(of: expectedGradient, "gradient, \(what)", sourceLocation: sourceLocation)
      rectifier_descend(set, unfused.pointer, gradient.pointer, 0.3, unfused.count)
      unfused.expectBits(of: expected, "unfused, \(what)", sourceLocation: sourceLocation)
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

  @Test("Descent is one fused multiply-add", arguments: [0, 16, 32, 112, 128, 144])
  func descend(count: Int) {
    let parameters = random(count, padding: max(1, count), seed: count)
    let gradient = random(count, padding: max(1, count), seed: count + 1)
    if count > 16 {
      (parameters[0], gradient[0]) = (-0.0, 0)
      (parameters[1], gradient[1]) = (0x1p-130, 0x1p-130)
      (parameters[2], gradient[2]) = (1.2e-38, 1.1e-38)
      (parameters[3], gradient[3]) = (.nan, 1)
      (parameters[4], gradient[4]) = (1, -.infinity)
    }
    for rate: Float in [0, 0.1, 3] {
      let expected = KernelBuffer(copying: parameters)
      rectifier_descend_reference(expected.pointer, gradient.pointer, rate, count)
      for set in KernelSet.available {
        let result = KernelBuffer(copying: parameters)
        rectifier_descend(set, result.pointer, gradient.pointer, rate, count)
        result.expectBits(of: expected, "\(KernelSet.name(set)), rate \(rate)")
      }
    }
  }
}
