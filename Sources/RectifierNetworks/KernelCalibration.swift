// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

/// A small layer on which the sparse and the dense kernels are timed against each other.
///
/// The time of a sparse kernel grows in proportion to the density of the input, on top of what it
/// costs without any entry: two densities say where it meets the dense kernel's time, which is the
/// same for all.
struct KernelCalibration {
  private let rowCount: Int
  private let instructionSet: InstructionSet
  private let layout = PanelLayout(inputCount: 256, outputCount: 384)
  private let weights: AlignedBuffer<Float>
  private let bfloat16Weights: AlignedBuffer<UInt32>
  private let bias: AlignedBuffer<Float>
  private let output: AlignedBuffer<Float>
  private let delta: AlignedBuffer<Float>
  private let inputDelta: AlignedBuffer<Float>
  private let scratch: AlignedBuffer<UInt8>

  init(rowCount: Int, instructionSet: InstructionSet) {
    self.rowCount = rowCount
    self.instructionSet = instructionSet
    weights = AlignedBuffer(count: layout.weightCount)
    bfloat16Weights = AlignedBuffer(count: layout.bfloat16WordCount)
    bias = AlignedBuffer(count: layout.biasCount)
    output = AlignedBuffer(count: rowCount * layout.biasCount)
    delta = AlignedBuffer(count: rowCount * layout.biasCount)
    inputDelta = AlignedBuffer(count: rowCount * layout.inputCount)
    scratch = AlignedBuffer(
      count: rectifier_backward_scratch_size(
        rowCount, layout.inputCount, rowCount * layout.inputCount))
    for k in 0..<weights.count { weights.pointer[k] = Float(k % 255) / 255 }
    for k in 0..<delta.count { delta.pointer[k] = Float(k % 127) / 127 }
  }

  /// The density of the input at which the sparse kernel takes as long as the dense one; 1 where it
  /// is never slower, and never less than 1 in 20.
  func breakEvenDensity(of product: KernelThreshold.Product) -> Double {
    if product == .bfloat16Forward {
      var layer = layer
      rectifier_pack_bfloat16(&layer, bfloat16Weights.pointer)
    }
    let (few, all) = (Input(self, density: 0.25), Input(self, density: 1))
    let dense = seconds(product, all, isSparse: false)
    let atFew = seconds(product, few, isSparse: true)
    let atAll = seconds(product, all, isSparse: true)
    let secondsPerDensity = (atAll - atFew) / (1 - 0.25)
    guard dense < atAll, secondsPerDensity > 0 else { return 1 }
    return max(0.05, 0.25 + (dense - atFew) / secondsPerDensity)
  }

  /// Rows in which a fraction of the columns, spread evenly, is not zero.
  private struct Input {
    let rows: AlignedBuffer<Float>
    let lists: ActiveLists

    init(_ layer: KernelCalibration, density: Double) {
      let columnCount = layer.layout.inputCount
      rows = AlignedBuffer(count: layer.rowCount * columnCount)
      var stream = Seed(1).stream("calibration")
      for k in 0..<rows.count where Double(stream.uniform()) < density { rows.pointer[k] = 1 }
      lists = ActiveLists(rowCapacity: layer.rowCount, columnCount: columnCount)
      lists.fill(
        from: rows.pointer, stride: columnCount, rows: 0..<layer.rowCount,
        instructionSet: layer.instructionSet)
    }
  }

  /// The least time of a few calls, after one that warms the caches.
  private func seconds(
    _ product: KernelThreshold.Product, _ input: Input, isSparse: Bool
  ) -> Double {
    var least = Double.infinity
    for round in 0..<5 {
      let start = ContinuousClock.now
      run(product, input, isSparse: isSparse)
      let (seconds, attoseconds) = (ContinuousClock.now - start).components
      if round > 0 { least = min(least, Double(seconds) + Double(attoseconds) * 1e-18) }
    }
    return least
  }

  private var layer: rectifier_layer {
    rectifier_layer(
      weights: weights.pointer, bias: bias.pointer, input_count: layout.inputCount,
      output_count: layout.outputCount)
  }

  private func run(_ product: KernelThreshold.Product, _ input: Input, isSparse: Bool) {
    switch product {
    case .forward: runForward(input, isSparse: isSparse, bfloat16Weights: nil)
    case .bfloat16Forward:
      runForward(input, isSparse: isSparse, bfloat16Weights: UnsafePointer(bfloat16Weights.pointer))
    case .backward, .gradient:
      runBackward(input, isSparse: isSparse, wantsInputDelta: product == .backward)
    }
  }

  private func runForward(
    _ input: Input, isSparse: Bool, bfloat16Weights: UnsafePointer<UInt32>?
  ) {
    var job = rectifier_forward()
    job.layer = layer
    job.bfloat16_weights = bfloat16Weights
    job.input = UnsafePointer(input.rows.pointer)
    job.input_stride = layout.inputCount
    job.input_lists = UnsafePointer(input.lists.descriptor)
    job.activation = RECTIFIER_ACTIVATION_RECTIFIER
    job.output = output.pointer
    job.output_stride = layout.biasCount
    (job.row_count, job.panel_count) = (rowCount, layout.panelCount)
    if isSparse {
      rectifier_forward_sparse(instructionSet.code, &job)
    } else {
      rectifier_forward_dense(instructionSet.code, &job)
    }
  }

  /// At rate 0: the weights stay as they are.
  private func runBackward(_ input: Input, isSparse: Bool, wantsInputDelta: Bool) {
    var job = rectifier_backward()
    job.layer = layer
    job.row_count = rowCount
    job.input = UnsafePointer(input.rows.pointer)
    job.input_stride = layout.inputCount
    job.input_lists = UnsafePointer(input.lists.descriptor)
    job.delta = UnsafePointer(delta.pointer)
    job.delta_stride = layout.biasCount
    job.input_delta = wantsInputDelta ? inputDelta.pointer : nil
    job.every_input = !isSparse
    job.batch_scale = 1 / Float(rowCount)
    job.range_count = layout.inputCount
    job.scratch = UnsafeMutableRawPointer(scratch.pointer)
    rectifier_backward_rows(instructionSet.code, &job)
  }
}
