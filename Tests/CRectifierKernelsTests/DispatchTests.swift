// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

@Suite("Floating-point mode")
struct DispatchTests {
  private let shape = Shape(inputs: 17, outputs: 20, rows: 3, density: 0.5)

  /// Every kernel once, by name.
  private func calls(_ set: rectifier_isa) -> [(String, () -> Void)] {
    productCalls(set) + headCalls(set) + arrayCalls(set)
  }

  private func productCalls(_ set: rectifier_isa) -> [(String, () -> Void)] {
    let fixture = BackwardFixture(shape)
    let forward = ForwardResult(shape)
    let backward = BackwardResult(fixture.forward)
    var bias = rectifier_bias_backward(
      bias: fixture.forward.bias.pointer, output_count: shape.outputs,
      delta: fixture.delta.pointer, delta_stride: shape.outputStride, row_count: shape.rows,
      batch_scale: 0.5, update: .kernel(RECTIFIER_ADAM, rate: 0.1),
      moments: backward.moments.pointers, gradient: nil)
    return [
      ("dense", { ForwardKernel.dense.run(set, fixture.forward.forwardJob(into: forward)) }),
      ("sparse", { ForwardKernel.sparse.run(set, fixture.forward.forwardJob(into: forward)) }),
      ("backward", { fixture.run(set, fixture.job(BackwardOptions(), into: backward)) }),
      (
        "bias",
        { withExtendedLifetime((fixture, backward)) { rectifier_backward_bias(set, &bias) } }
      ),
    ]
  }

  private func headCalls(_ set: rectifier_isa) -> [(String, () -> Void)] {
    let result = ForwardResult(shape)
    let rows = BackwardFixture(shape).delta
    var softmax = rectifier_softmax(
      logits: rows.pointer, stride: shape.outputStride, row_count: shape.rows,
      class_count: shape.outputs, targets: nil, probabilities: result.output.pointer, delta: nil,
      loss: nil, predicted: nil, weights: nil)
    var reals = rectifier_real_head(
      output: rows.pointer, stride: shape.outputStride, row_count: shape.rows,
      output_count: shape.outputs, link: RECTIFIER_ACTIVATION_SOFTPLUS, targets: rows.pointer,
      values: nil, delta: nil, loss: result.slope.pointer, weights: nil)
    return [
      (
        "softmax",
        { withExtendedLifetime((rows, result)) { rectifier_softmax_rows(set, &softmax) } }
      ),
      (
        "reals",
        { withExtendedLifetime((rows, result)) { rectifier_real_head_rows(set, &reals) } }
      ),
    ]
  }

  private func arrayCalls(_ set: rectifier_isa) -> [(String, () -> Void)] {
    let shape = shape
    let fixture = LayerFixture(shape)
    let bytes = KernelBuffer<UInt8>(count: 16)
    let values = KernelBuffer<Float>(count: 256)
    return [
      (
        "apply",
        {
          var update = rectifier_update.kernel(RECTIFIER_SGD, rate: 0.1)
          rectifier_apply(set, &update, values.pointer, rectifier_moments(), values.pointer, 256)
        }
      ),
      (
        "lists",
        {
          rectifier_list_rows(
            set, fixture.input.pointer, shape.inputStride, shape.inputs, 0, shape.rows,
            fixture.inputLists.descriptor)
        }
      ),
      ("iterate", { rectifier_iterate(set, values.pointer, 256, 0.5, 1, 3) }),
      ("sum", { _ = rectifier_sum(set, values.pointer, 256) }),
      ("bytes", { rectifier_scale_bytes(set, bytes.pointer, 16, 255, values.pointer, 16) }),
      ("map", { rectifier_map(set, RECTIFIER_EXP, 0, values.pointer, values.pointer, 256) }),
    ]
  }

  @Test("Is set for each kernel and restored after it")
  func restored() {
    let saved = rectifier_float_mode()
    defer { rectifier_set_float_mode(saved) }
    let flush = rectifier_flush_bits()
    for set in KernelSet.available {
      for (name, call) in calls(set) {
        for mode in [saved & ~flush, saved | flush] {
          rectifier_set_float_mode(mode)
          call()
          let after = rectifier_float_mode()
          rectifier_set_float_mode(saved)
          #expect(after & flush == mode & flush, "\(name) on \(KernelSet.name(set))")
        }
      }
    }
  }

  @Test("A caller's own flushing changes no bit")
  func callerFlushes() {
    let fixture = LayerFixture(shape)
    for weight in 0..<fixture.weights.count { fixture.weights[weight] *= 1e-38 }
    let expected = fixture.expectForwardTwin()
    let saved = rectifier_float_mode()
    rectifier_set_float_mode(saved | rectifier_flush_bits())
    let flushed = fixture.expectForwardTwin()
    rectifier_set_float_mode(saved)
    flushed.expect(expected, "flushing caller")
  }

  @Test("The portable set is always there, and a set of another machine never")
  func availability() {
    #expect(rectifier_isa_available(RECTIFIER_PORTABLE))
    #expect(!(rectifier_isa_available(RECTIFIER_AVX2) && rectifier_isa_available(RECTIFIER_NEON)))
    #expect(!rectifier_isa_available(rectifier_isa(99)))
  }
}
