// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

extension ForwardPass {
  /// Runs a network over all rows of data in order, as many at once as there is room for, and calls
  /// `body` with the rows of each batch while their outputs lie here.
  func run(
    _ network: Network, bfloat16Weights: BFloat16Weights? = nil, over data: Dataset,
    execution: Execution,
    _ body: (UnsafeBufferPointer<Int32>) -> Void
  ) {
    let rows = (0..<Int32(data.rowCount)).map { $0 }
    rows.withUnsafeBufferPointer { rows in
      for begin in stride(from: 0, to: rows.count, by: rowCapacity) {
        let batch = UnsafeBufferPointer(
          rebasing: rows[begin..<min(begin + rowCapacity, rows.count)])
        data.copyFeatures(
          rows: batch, into: input.pointer, stride: inputStride(ofLayer: 0),
          instructionSet: execution.instructionSet)
        run(
          network, bfloat16Weights: bfloat16Weights, rowCount: batch.count, execution: execution)
        body(batch)
      }
    }
  }
}
