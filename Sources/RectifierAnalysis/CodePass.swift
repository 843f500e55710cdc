// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Goes over what the hidden layers of a model make of data, a batch at a time, so that no more than a
/// batch of it is in memory.
struct CodePass {
  let network: Network
  let data: Dataset
  let execution: Execution
  let forward: ForwardPass

  /// - Throws: `ModelError` where the features do not fit the model.
  init(_ model: Model, on data: Dataset, execution: Execution) throws(ModelError) {
    try model.checkFeatures(of: data)
    network = model.network
    self.data = data
    self.execution = execution
    forward = ForwardPass(
      architecture: network.architecture, rowCapacity: min(256, data.rowCount), keepsSlopes: false)
  }

  /// Calls `body` with the rows of each batch while their codes lie in ``forward``.
  ///
  /// - Throws: `ModelError.codeNotFinite` where one is not; the batch with it is the first not shown.
  func run(_ body: (UnsafeBufferPointer<Int32>) -> Void) throws(ModelError) {
    var fault: ModelError?
    forward.run(network, over: data, execution: execution) { rows in
      fault = fault ?? forward.firstNonFiniteCode(rows: rows, data: data.name)
      if fault == nil { body(rows) }
    }
    if let fault { throw fault }
  }

  /// The units of a hidden layer that are not exactly zero for a row of the batch at hand.
  func activeCount(ofLayer layer: Int, at place: Int) -> Int {
    forward.code(ofLayer: layer, at: place).reduce(0) { $1 == 0 ? $0 : $0 + 1 }
  }

  /// The outputs of the last layer, before the head's function, for a row of the batch at hand.
  func outputs(at place: Int) -> UnsafeBufferPointer<Float> {
    let count = network.architecture.head.outputCount
    return UnsafeBufferPointer(
      start: forward.outputs.last!.pointer + place * PanelLayout.padded(count), count: count)
  }
}
