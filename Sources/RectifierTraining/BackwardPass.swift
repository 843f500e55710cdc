// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNetworks
import RectifierNumerics

/// The buffers of a backward pass, and the pass itself, after a forward pass over the same batch.
///
/// Fused with the update, each weight is read once and written once; unfused, gradients go to memory
/// first. Both do the same operations.
final class BackwardPass {
  private let architecture: Architecture
  private let layers: [PanelLayout]
  private let rowCapacity: Int
  /// The loss's derivative by each weight layer's pre-activations, `[rows × padded outputs]`.
  let deltas: [AlignedBuffer<Float>]
  /// Cut into a piece for each thread.
  private var scratch = AlignedBuffer<UInt8>(count: 0)

  init(architecture: Architecture, rowCapacity: Int) {
    self.architecture = architecture
    self.rowCapacity = rowCapacity
    layers = architecture.layers
    deltas = layers.map { AlignedBuffer(count: rowCapacity * $0.biasCount) }
  }

  /// What a pass over a batch is about.
  struct Batch {
    let forward: ForwardPass
    let rowCount: Int
    /// One coefficient a hidden layer.
    let activationL1: [Float]
    let execution: Execution
  }

  /// Computes gradients from the last weight layer, whose deltas the head has written, to the first,
  /// and applies each at once: w ← fma(−rate, gradient, w).
  func update(_ network: inout Network, rate: Float, batch: Batch) {
    for layer in layers.indices.reversed() {
      let signs = inputSigns(ofLayer: layer, network)
      network.parameters.withMutableLayer(layer) { descriptor in
        run(layer, descriptor, signs: signs, rate: rate, gradient: nil, batch: batch)
      }
    }
  }

  /// Computes the same gradients into memory and leaves the network as it is.
  func gradient(of network: Network, into gradient: inout Parameters, batch: Batch) {
    for layer in layers.indices.reversed() {
      let signs = inputSigns(ofLayer: layer, network)
      network.parameters.withLayer(layer) { descriptor in
        gradient.withMutableLayer(layer) { target in
          run(layer, descriptor, signs: signs, rate: 0, gradient: target, batch: batch)
        }
      }
    }
  }

  private func run(
    _ layer: Int, _ descriptor: rectifier_layer, signs: UnsafePointer<Float>?, rate: Float,
    gradient: rectifier_layer?, batch: Batch
  ) {
    let stride = layers[layer].biasCount
    let scale = 1 / Float(batch.rowCount)
    var rows = rectifier_backward()
    rows.layer = descriptor
    rows.row_count = batch.rowCount
    rows.input = UnsafePointer(batch.forward.inputRows(ofLayer: layer))
    rows.input_stride = batch.forward.inputStride(ofLayer: layer)
    rows.input_lists = UnsafePointer(batch.forward.inputLists(ofLayer: layer).descriptor)
    rows.delta = UnsafePointer(deltas[layer].pointer)
    rows.delta_stride = stride
    rows.batch_scale = scale
    rows.rate = rate
    rows.gradient = gradient?.weights
    rows.every_input = batch.execution.kernels == .dense
    if layer > 0 { addInputDeltas(to: &rows, layer: layer, signs: signs, batch: batch) }
    runRows(rows, layer: layer, batch: batch)

    var bias = rectifier_bias_backward(
      bias: descriptor.bias, output_count: layers[layer].outputCount,
      delta: UnsafePointer(deltas[layer].pointer), delta_stride: stride,
      row_count: batch.rowCount, batch_scale: scale, rate: rate, gradient: gradient?.bias)
    rectifier_backward_bias(batch.execution.instructionSet.code, &bias)
  }

  /// Asks for the deltas of the hidden layer before weight layer `layer`.
  private func addInputDeltas(
    to rows: inout rectifier_backward, layer: Int, signs: UnsafePointer<Float>?, batch: Batch
  ) {
    let activation = architecture.activations[layer - 1]
    rows.input_delta = deltas[layer - 1].pointer
    rows.input_slope = batch.forward.slopes[layer - 1].map { UnsafePointer($0.pointer) }
    rows.input_sign = signs
    rows.l1 = batch.activationL1[layer - 1]
    if !activation.zeroOutputMeansZeroDerivative { rows.every_input = true }
    if !rows.every_input {
      // Silent units are not visited.
      deltas[layer - 1].pointer.update(repeating: 0, count: batch.rowCount * rows.input_stride)
    }
  }

  private func runRows(_ job: rectifier_backward, layer: Int, batch: Batch) {
    let execution = batch.execution
    let ranges = WorkPartition.columnRanges(
      of: job.every_input ? nil : batch.forward.inputLists(ofLayer: layer),
      columnCount: layers[layer].inputCount, rowCount: batch.rowCount,
      blockCount: execution.threadCount)
    let offsets = scratchOffsets(ranges, layer: layer)
    if scratch.count < offsets.last! { scratch = AlignedBuffer(count: offsets.last!) }
    let scratch = scratch
    var parallel = execution
    parallel.threadCount = ranges.count
    parallel.forEachRange(of: ranges.count) { block, _ in
      var part = job
      part.first_input = ranges[block].lowerBound
      part.range_count = ranges[block].count
      part.scratch = UnsafeMutableRawPointer(scratch.pointer + offsets[block])
      rectifier_backward_rows(execution.instructionSet.code, &part)
    }
  }

  /// Where each range's scratch begins, on 64-byte boundaries, and where the last one's ends. In sum
  /// about 8 bytes for each row and input, on however many threads.
  private func scratchOffsets(_ ranges: [Range<Int>], layer: Int) -> [Int] {
    var offsets = [0]
    for range in ranges {
      let byteCount = rectifier_backward_scratch_size(
        rowCapacity, range.count, layers[layer].outputCount)
      offsets.append(offsets.last! + (byteCount + 63) / 64 * 64)
    }
    return offsets
  }

  /// The sign mask of the hidden layer before weight layer `layer`.
  private func inputSigns(ofLayer layer: Int, _ network: Network) -> UnsafePointer<Float>? {
    guard layer > 0, architecture.hasSignMask else { return nil }
    return UnsafePointer(network.paddedSigns[layer - 1].pointer)
  }
}
