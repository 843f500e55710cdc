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
  let architecture: Architecture
  private let layers: [PanelLayout]
  private let rowCapacity: Int
  /// The loss's derivative by each weight layer's pre-activations, `[rows × padded outputs]`.
  let deltas: [AlignedBuffer<Float>]
  /// Cut into a piece for each thread.
  private var scratch = AlignedBuffer<UInt8>(count: 0)
  /// The gradient of a tied autoencoder, from its first step on.
  var tiedGradient: Parameters?

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
    var weightL2: Float
    let execution: Execution
  }

  /// What becomes of a layer's gradient.
  private enum Destination {
    case parameters(rectifier_update, weights: rectifier_moments, bias: rectifier_moments)
    case memory(rectifier_layer)
  }

  /// Computes gradients from the last weight layer, whose deltas the head has written, to the first,
  /// and applies each at once to parameters and moments.
  func update(
    _ network: inout Network, _ state: inout OptimizerState, by update: rectifier_update,
    batch: Batch
  ) {
    for layer in layers.indices.reversed() {
      let signs = inputSigns(ofLayer: layer, network)
      network.parameters.withMutableLayer(layer) { descriptor in
        state.withLayer(layer) { weights, bias in
          run(
            layer, descriptor, signs: signs,
            into: .parameters(update, weights: weights, bias: bias), batch: batch)
        }
      }
    }
  }

  /// Computes the same gradients into memory and leaves the network as it is.
  func gradient(of network: Network, into gradient: inout Parameters, batch: Batch) {
    for layer in layers.indices.reversed() {
      self.gradient(of: network, layer: layer, into: &gradient, batch: batch)
    }
  }

  /// The same of one layer, after those behind it.
  func gradient(
    of network: Network, layer: Int, into gradient: inout Parameters, batch: Batch
  ) {
    let signs = inputSigns(ofLayer: layer, network)
    network.parameters.withLayer(layer) { descriptor in
      gradient.withMutableLayer(layer) { target in
        run(layer, descriptor, signs: signs, into: .memory(target), batch: batch)
      }
    }
  }

  private func run(
    _ layer: Int, _ descriptor: rectifier_layer, signs: UnsafePointer<Float>?,
    into destination: Destination, batch: Batch
  ) {
    var rows = rectifier_backward()
    rows.layer = descriptor
    rows.row_count = batch.rowCount
    rows.input_stride = batch.forward.inputStride(ofLayer: layer)
    rows.input_lists = UnsafePointer(batch.forward.inputLists(ofLayer: layer).descriptor)
    rows.delta = UnsafePointer(deltas[layer].pointer)
    rows.delta_stride = layers[layer].biasCount
    rows.batch_scale = 1 / Float(batch.rowCount)
    rows.weight_l2 = batch.weightL2
    rows.every_input = !batch.forward.takesSparseKernel(
      layer == 0 ? .gradient : .backward, layer: layer, rowCount: batch.rowCount,
      execution: batch.execution)
    if layer > 0 { addInputDeltas(to: &rows, layer: layer, signs: signs, batch: batch) }
    rows.input = batch.forward.inputRows(
      ofLayer: layer, isNeeded: rows.every_input, rowCount: batch.rowCount,
      execution: batch.execution)
    var bias = rectifier_bias_backward()
    bias.bias = descriptor.bias
    bias.output_count = layers[layer].outputCount
    bias.delta = rows.delta
    bias.delta_stride = rows.delta_stride
    bias.row_count = rows.row_count
    bias.batch_scale = rows.batch_scale
    switch destination {
    case .parameters(let update, let weightMoments, let biasMoments):
      (rows.update, rows.moments) = (update, weightMoments)
      (bias.update, bias.moments) = (update, biasMoments)
    case .memory(let gradient): (rows.gradient, bias.gradient) = (gradient.weights, gradient.bias)
    }
    run(rows, bias, layer: layer, batch: batch)
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
  }

  /// Divides the weight rows over the threads, and the bias as well.
  private func run(
    _ job: rectifier_backward, _ bias: rectifier_bias_backward, layer: Int, batch: Batch
  ) {
    if takesOutputLists(job, layer: layer, batch: batch) {
      runOverOutputs(job, bias, layer: layer, batch: batch)
      return
    }
    let execution = batch.execution
    let ranges = WorkPartition.columnRanges(
      of: job.every_input ? nil : batch.forward.inputLists(ofLayer: layer),
      columnCount: layers[layer].inputCount, rowCount: batch.rowCount,
      costPerColumn: Self.costPerRow(of: job), blockCount: execution.threadCount)
    let offsets = scratchOffsets(ranges, batch.forward.inputLists(ofLayer: layer), batch)
    growScratch(to: offsets.last!)
    let scratch = scratch
    var parallel = execution
    parallel.threadCount = ranges.count
    parallel.forEachRange(of: ranges.count) { block, _ in
      var part = job
      part.first_input = ranges[block].lowerBound
      part.range_count = ranges[block].count
      part.scratch = UnsafeMutableRawPointer(scratch.pointer + offsets[block])
      // Silent units are not visited.
      if !part.every_input { part.clearInputDeltas() }
      rectifier_backward_rows(execution.instructionSet.code, &part)
      var biasPart = bias.part(block, of: ranges.count)
      rectifier_backward_bias(execution.instructionSet.code, &biasPart)
    }
  }

  /// Whether outputs have so few deltas beside what inputs have of values that their lists are the
  /// ones to go by: for a layer whose inputs want no deltas and lie there as dense rows, and only
  /// then.
  private func takesOutputLists(_ job: rectifier_backward, layer: Int, batch: Batch) -> Bool {
    guard
      job.input_delta == nil, job.input != nil, batch.execution.kernels != .dense,
      layer < batch.forward.lists.count,
      architecture.activations[layer].zeroOutputMeansZeroDerivative,
      layers[layer].panelCount >= batch.execution.threadCount
    else { return false }
    let layout = layers[layer]
    let inputs = Double(PanelLayout.padded(layout.inputCount))
    let outputs = Double(layout.biasCount)
    let rowCount = batch.rowCount
    let active = { (lists: ActiveLists) in Double(lists.activeCount(rowCount: rowCount)) }
    let visits =
      job.every_input
      ? Self.visitsPerDenseTerm * Double(rowCount) * inputs
      : active(batch.forward.inputLists(ofLayer: layer))
    return active(batch.forward.lists[layer]) * inputs + Self.visitsPerTurnedWeight * inputs
      * outputs
      < visits * outputs
  }

  /// Costs in terms of a gradient's, measured: that of one in a dense kernel, and of turning over the
  /// sum that a weight takes.
  private static let visitsPerDenseTerm = 0.55
  private static let visitsPerTurnedWeight = 5.0

  /// Divides the panels over the threads, and the bias as well.
  private func runOverOutputs(
    _ job: rectifier_backward, _ bias: rectifier_bias_backward, layer: Int, batch: Batch
  ) {
    let execution = batch.execution
    let byteCount = (rectifier_backward_outputs_scratch_size(rowCapacity) + 63) / 64 * 64
    growScratch(to: byteCount * execution.threadCount)
    let scratch = scratch
    let lists = UnsafePointer(batch.forward.lists[layer].descriptor)
    execution.forEachRange(of: layers[layer].panelCount) { block, panels in
      var part = job
      part.scratch = UnsafeMutableRawPointer(scratch.pointer + block * byteCount)
      rectifier_backward_outputs(
        execution.instructionSet.code, &part, lists, panels.lowerBound, panels.count)
      var biasPart = bias.part(block, of: execution.threadCount)
      rectifier_backward_bias(execution.instructionSet.code, &biasPart)
    }
  }

  /// What a weight row costs beside its samples, in samples: roughly, and only the division of work
  /// depends on it.
  private static func costPerRow(of job: rectifier_backward) -> Double {
    if job.gradient != nil { return 1 }
    switch job.update.rule {
    case RECTIFIER_SGD: return job.weight_l2 == 0 ? 0 : 2
    case RECTIFIER_ADAM: return 8
    default: return 3
    }
  }

  /// Where each range's scratch begins, on 64-byte boundaries, and where the last one's ends. In sum
  /// about 8 bytes for each row and input, on however many threads; or for each entry and thread
  /// where sparse rows are listed whole.
  private func scratchOffsets(
    _ ranges: [Range<Int>], _ lists: ActiveLists, _ batch: Batch
  ) -> [Int] {
    let listed = lists.listsWholeRows ? lists.activeCount(rowCount: batch.rowCount) : Int.max
    var offsets = [0]
    for range in ranges {
      let byteCount = rectifier_backward_scratch_size(
        rowCapacity, range.count, min(rowCapacity * range.count, listed))
      offsets.append(offsets.last! + (byteCount + 63) / 64 * 64)
    }
    return offsets
  }

  private func growScratch(to byteCount: Int) {
    if scratch.count < byteCount { scratch = AlignedBuffer(count: byteCount) }
  }

  /// The sign mask of the hidden layer before weight layer `layer`.
  private func inputSigns(ofLayer layer: Int, _ network: Network) -> UnsafePointer<Float>? {
    guard layer > 0, architecture.hasSignMask else { return nil }
    return UnsafePointer(network.paddedSigns[layer - 1].pointer)
  }
}

extension rectifier_backward {
  /// Sets the deltas of the job's inputs to zero, in all rows.
  fileprivate func clearInputDeltas() {
    guard let input_delta else { return }
    for row in 0..<row_count {
      (input_delta + row * input_stride + first_input).update(repeating: 0, count: range_count)
    }
  }
}

extension rectifier_bias_backward {
  /// One of some near-equal parts of the outputs, in whole vectors.
  fileprivate func part(_ number: Int, of partCount: Int) -> rectifier_bias_backward {
    let lanes = PanelLayout.laneCount
    let vectors = Execution.range(
      number, of: partCount, in: PanelLayout.padded(output_count) / lanes)
    let offset = vectors.lowerBound * lanes
    var part = self
    part.output_count = vectors.count * lanes
    part.bias += offset
    part.delta += offset
    part.gradient = gradient.map { $0 + offset }
    part.moments.first = moments.first.map { $0 + offset }
    part.moments.second = moments.second.map { $0 + offset }
    return part
  }
}
