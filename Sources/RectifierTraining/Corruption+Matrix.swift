// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Corruption {
  /// The rows of a batch as a network in training sees them in a pass over the data, which is
  /// an epoch unless `TrainingOptions.epochSampleCount` says otherwise.
  ///
  /// - Parameters:
  ///   - batch: `[rows × inputs]`, clean, scaled as in training.
  ///   - rows: The number of each row in the training data; nil for 0, 1, ….
  ///   - seed: Decides the draw, with row, input and pass.
  ///   - epoch: The number of the pass, from 1 on.
  ///   - execution: How; no result depends on it.
  /// - Precondition: The corruption is valid, and `rows` names one row for each of the batch.
  public func corrupted(
    _ batch: Matrix, rows: [Int]? = nil, seed: Seed, epoch: Int, execution: Execution = .default
  ) -> Matrix {
    let numbers = rows?.map { Int32($0) } ?? (0..<Int32(batch.rowCount)).map { $0 }
    guard isValid, numbers.count == batch.rowCount else {
      fatalError("corruption: \(name) of \(batch.rowCount) rows with \(numbers.count) numbers")
    }
    var result = batch
    let stride = batch.stride
    let pass = CorruptionPass(
      self, seed: seed, columnCount: batch.columnCount, rowCapacity: batch.rowCount)
    numbers.withUnsafeBufferPointer { numbers in
      result.withUnsafeMutablePointer { pointer in
        pass.run(pointer, stride: stride, rows: numbers, pass: epoch, execution: execution)
      }
    }
    return result
  }
}
