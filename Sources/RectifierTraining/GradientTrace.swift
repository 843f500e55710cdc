// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// What a forward and a backward pass over some rows leave behind: each sample's derivatives, and the
/// gradient that a step would apply without penalties.
package struct GradientTrace {
  /// The rows: their activations, slopes and active lists.
  package let forward: ForwardPass
  /// ∂loss(n)/∂a of each weight layer's pre-activations, `[rows × padded outputs]`.
  package let deltas: [AlignedBuffer<Float>]
  /// The gradient of the mean loss over the rows, in the form of the parameters.
  package let gradient: Parameters
  /// The rows.
  package let rowCount: Int

  /// - Precondition: Features and targets are the network's.
  /// - Complexity: O(rows · parameters); activations and deltas of all rows are held.
  package init(_ network: Network, on data: Dataset, execution: Execution) {
    let architecture = network.architecture
    guard data.featureCount == architecture.inputCount else {
      fatalError(
        "gradient trace: \(data.featureCount) features, network expects \(architecture.inputCount)")
    }
    rowCount = data.rowCount
    let forward = ForwardPass(
      architecture: architecture, rowCapacity: rowCount, keepsSlopes: true)
    let head = HeadPass(head: architecture.head, rowCapacity: rowCount)
    let backward = BackwardPass(architecture: architecture, rowCapacity: rowCount)
    var gradient = Parameters(zerosFor: architecture)
    forward.run(network, over: data, execution: execution) { rows in
      head.gather(data, rows: rows, instructionSet: execution.instructionSet)
      head.run(
        forward.outputs.last!, delta: backward.deltas.last!, rowCount: rows.count,
        instructionSet: execution.instructionSet)
      let batch = BackwardPass.Batch(
        forward: forward, rowCount: rows.count,
        activationL1: architecture.hiddenWidths.map { _ in 0 }, weightL2: 0, execution: execution)
      backward.gradient(of: network, into: &gradient, batch: batch)
    }
    self.forward = forward
    deltas = backward.deltas
    self.gradient = gradient
  }
}
