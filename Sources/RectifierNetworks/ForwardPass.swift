// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

/// The buffers of a forward pass over batches, and the pass itself: shared by prediction,
/// evaluation and training.
package final class ForwardPass: @unchecked Sendable {
  package let architecture: Architecture
  package let rowCapacity: Int
  /// The batch, with room for those who gather it.
  package let input: InputBatch
  /// Outputs of each weight layer, `[rows × padded outputs]`; the last are the head's inputs.
  package let outputs: [AlignedBuffer<Float>]
  /// Active lists of each hidden layer.
  package let lists: [ActiveLists]
  /// Derivatives at each hidden unit, sign mask included, where training needs them.
  package let slopes: [AlignedBuffer<Float>?]
  /// Hidden layers whose outputs are changed before they are passed on.
  private let changedLayers: Set<Int>
  private let layers: [PanelLayout]

  /// - Parameter changedLayers: Hidden layers whose outputs whoever runs the pass changes; where
  ///   slopes are kept, theirs are, even if they are 1 before the change.
  package init(
    architecture: Architecture, rowCapacity: Int, keepsSlopes: Bool, changedLayers: Set<Int> = []
  ) {
    self.architecture = architecture
    self.rowCapacity = rowCapacity
    layers = architecture.layers
    input = InputBatch(columnCount: architecture.inputCount, rowCapacity: rowCapacity)
    outputs = layers.map { AlignedBuffer(count: rowCapacity * $0.biasCount) }
    lists = architecture.hiddenWidths.map {
      ActiveLists(rowCapacity: rowCapacity, columnCount: $0)
    }
    self.changedLayers = changedLayers
    slopes = architecture.hiddenWidths.enumerated().map { layer, width in
      let isOne = architecture.activations[layer].hasUnitSlope && !changedLayers.contains(layer)
      guard keepsSlopes, !isOne else { return nil }
      return AlignedBuffer(count: rowCapacity * PanelLayout.padded(width))
    }
  }

  /// Floats from one row to the next of the input of weight layer `layer`.
  package func inputStride(ofLayer layer: Int) -> Int {
    PanelLayout.padded(layers[layer].inputCount)
  }

  /// The input of weight layer `layer`, where it lies ready in dense rows: the batch, or the hidden
  /// layer before it.
  ///
  /// - Parameter isNeeded: Whether a sparse batch is to be made dense; nil where it is not.
  package func inputRows(
    ofLayer layer: Int, isNeeded: Bool, rowCount: Int, execution: Execution
  ) -> UnsafePointer<Float>? {
    if layer > 0 { return UnsafePointer(outputs[layer - 1].pointer) }
    return isNeeded
      ? input.denseRows(rowCount: rowCount, execution: execution) : input.availableRows
  }

  /// The active lists of the input of weight layer `layer`.
  package func inputLists(ofLayer layer: Int) -> ActiveLists {
    layer == 0 ? input.lists : lists[layer - 1]
  }

  /// Runs all weight layers over `rowCount` rows.
  ///
  /// - Parameters:
  ///   - bfloat16Weights: The network's own, to be read in place of its float32 weights.
  ///   - change: Called for some rows of a hidden layer that is to be changed, on any thread: it may
  ///     write its outputs and slopes.
  package func run(
    _ network: Network, bfloat16Weights: BFloat16Weights? = nil,
    source: InputBatch.Source = .own, rowCount: Int, execution: Execution,
    change: (_ layer: Int, _ rows: Range<Int>) -> Void = { _, _ in }
  ) {
    guard rowCount <= rowCapacity else {
      fatalError("forward pass: \(rowCount) rows in a workspace for \(rowCapacity)")
    }
    input.take(source, rowCount: rowCount, execution: execution)
    for layer in layers.indices {
      let isSparse = takesSparseKernel(
        bfloat16Weights == nil ? .forward : .bfloat16Forward, layer: layer, rowCount: rowCount,
        execution: execution)
      let from = inputRows(
        ofLayer: layer, isNeeded: !isSparse, rowCount: rowCount, execution: execution)
      network.parameters.withLayer(layer) { descriptor in
        var job = job(descriptor, layer: layer, rows: from, network: network, rowCount: rowCount)
        job.bfloat16_weights = bfloat16Weights?.words(ofLayer: layer)
        run(job, isSparse: isSparse, execution: execution)
      }
      guard changedLayers.contains(layer) else { continue }
      execution.forEachRange(of: rowCount) { _, range in
        change(layer, range)
        lists[layer].fill(
          from: outputs[layer].pointer, stride: layers[layer].biasCount, rows: range,
          instructionSet: execution.instructionSet)
      }
    }
  }

  /// How many outputs of a hidden layer are exactly zero in the first `rowCount` rows.
  package func zeroCount(ofHiddenLayer layer: Int, rowCount: Int) -> Int {
    rowCount * architecture.hiddenWidths[layer] - lists[layer].activeCount(rowCount: rowCount)
  }

  /// The first weight layer with an output that is not finite in the first `rowCount` rows; the last
  /// where there is none.
  package func firstNonFiniteLayer(rowCount: Int) -> Int {
    layers.indices.first { layer in
      (0..<rowCount * layers[layer].biasCount).contains { !outputs[layer].pointer[$0].isFinite }
    } ?? layers.count - 1
  }

  private func job(
    _ descriptor: rectifier_layer, layer: Int, rows: UnsafePointer<Float>?, network: Network,
    rowCount: Int
  ) -> rectifier_forward {
    let hidden = layer < architecture.hiddenWidths.count
    let activation = hidden ? architecture.activations[layer] : .identity
    return rectifier_forward(
      layer: descriptor, bfloat16_weights: nil, input: rows,
      input_stride: inputStride(ofLayer: layer),
      input_lists: UnsafePointer(inputLists(ofLayer: layer).descriptor),
      activation: activation.kernelCode, sharpness: activation.sharpness,
      sign: hidden && architecture.hasSignMask
        ? UnsafePointer(network.paddedSigns[layer].pointer) : nil,
      output: outputs[layer].pointer, output_stride: layers[layer].biasCount,
      slope: hidden ? slopes[layer]?.pointer : nil,
      output_lists: hidden && !changedLayers.contains(layer) ? lists[layer].descriptor : nil,
      first_row: 0, row_count: rowCount, first_panel: 0, panel_count: layers[layer].panelCount)
  }

  /// Splits a layer's work over the threads: by panels, or by rows where panels are too few.
  private func run(_ job: rectifier_forward, isSparse: Bool, execution: Execution) {
    let set = execution.instructionSet.code
    let byPanels = job.panel_count >= min(execution.threadCount, job.row_count)
    execution.forEachRange(of: byPanels ? job.panel_count : job.row_count) { _, range in
      var part = job
      if byPanels {
        (part.first_panel, part.panel_count) = (range.lowerBound, range.count)
      } else {
        (part.first_row, part.row_count) = (range.lowerBound, range.count)
      }
      if isSparse {
        rectifier_forward_sparse(set, &part)
      } else {
        rectifier_forward_dense(set, &part)
      }
    }
  }

  /// Whether the sparse kernel is the one to take for a product over the input of weight layer
  /// `layer`, as its active lists stand.
  package func takesSparseKernel(
    _ product: KernelThreshold.Product, layer: Int, rowCount: Int, execution: Execution
  ) -> Bool {
    switch execution.kernels {
    case .sparse: return true
    case .dense: return false
    case .automatic:
      let active = inputLists(ofLayer: layer).activeCount(rowCount: rowCount)
      let density = Double(active) / Double(max(1, rowCount * layers[layer].inputCount))
      // So few entries that no machine needs to be asked.
      if density < 0.05 { return true }
      return density
        < KernelThreshold.density(
          of: product, rowCount: rowCount, instructionSet: execution.instructionSet)
    }
  }
}
