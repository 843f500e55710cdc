// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

extension ForwardPass {
  /// Runs a network over all rows of data in order, as many at once as there is room for, and calls
  /// `body` with the rows of each batch while their outputs lie here.
  package func run(
    _ network: Network, bfloat16Weights: BFloat16Weights? = nil, over data: Dataset,
    execution: Execution,
    _ body: (UnsafeBufferPointer<Int32>) -> Void
  ) {
    let rows = (0..<Int32(data.rowCount)).map { $0 }
    rows.withUnsafeBufferPointer { rows in
      for begin in stride(from: 0, to: rows.count, by: rowCapacity) {
        let batch = UnsafeBufferPointer(
          rebasing: rows[begin..<min(begin + rowCapacity, rows.count)])
        run(
          network, bfloat16Weights: bfloat16Weights,
          source: input.gather(batch, of: data, execution: execution), rowCount: batch.count,
          execution: execution)
        body(batch)
      }
    }
  }
}

extension InputBatch {
  /// Where a pass finds rows of data: sparse ones where they are stored, others copied to here.
  package func gather(
    _ numbers: UnsafeBufferPointer<Int32>, of data: Dataset, execution: Execution
  ) -> Source {
    if case .sparse(let matrix) = data.features { return .sparse(matrix, .list(numbers)) }
    copy(numbers, of: data, execution: execution)
    return .own
  }

  /// Copies rows of data to here, as the network takes them, dense.
  func copy(_ numbers: UnsafeBufferPointer<Int32>, of data: Dataset, execution: Execution) {
    let rows = rows
    execution.forEachRange(of: numbers.count) { _, range in
      data.copyFeatures(
        rows: UnsafeBufferPointer(rebasing: numbers[range]),
        into: rows + range.lowerBound * stride, stride: stride,
        instructionSet: execution.instructionSet)
    }
  }
}
