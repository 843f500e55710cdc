// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

extension Dataset {
  /// Writes the features of the rows named into a batch, as the network takes them.
  ///
  ///     batch[n, i] = stored[rows[n], i] / divisor
  ///
  /// - Parameters:
  ///   - rows: Row numbers, any order, repeats allowed.
  ///   - batch: At least `rows.count · stride` floats; what lies behind a row's features stays.
  ///   - stride: Floats from one row of the batch to the next, at least the feature count.
  package func copyFeatures(
    rows: UnsafeBufferPointer<Int32>, into batch: UnsafeMutablePointer<Float>, stride: Int,
    instructionSet: InstructionSet
  ) {
    guard stride >= featureCount else {
      fatalError("dataset: stride \(stride) for \(featureCount) features")
    }
    switch features {
    case .bytes(let all):
      for (index, row) in rows.enumerated() {
        let target = batch + index * stride
        all.withRow(Int(row)) { bytes in
          rectifier_scale_bytes(
            instructionSet.code, bytes.baseAddress, bytes.count, all.divisor, target, bytes.count)
        }
      }
    case .sparse(let matrix):
      for (index, row) in rows.enumerated() {
        let target = batch + index * stride
        target.update(repeating: 0, count: matrix.columnCount)
        matrix.withRow(Int(row)) { columns, values in
          for entry in columns.indices { target[Int(columns[entry])] = values[entry] }
        }
      }
    case .floats(let matrix):
      for (index, row) in rows.enumerated() {
        guard row >= 0, Int(row) < matrix.rowCount else {
          fatalError("dataset: row \(row), there are \(matrix.rowCount)")
        }
        let target = batch + index * stride
        matrix.withUnsafePointer { source in
          target.update(from: source + Int(row) * matrix.stride, count: matrix.columnCount)
        }
      }
    }
  }
}
