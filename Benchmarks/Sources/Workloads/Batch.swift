// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// Inputs that lie ready, in the way in which a subject's data hold them.
public enum Batch: Sendable {
  case dense(Matrix)
  case sparse(SparseMatrix)

  /// Samples.
  public var rowCount: Int {
    switch self {
    case .dense(let rows): rows.rowCount
    case .sparse(let rows): rows.rowCount
    }
  }
}

extension Subject {
  /// Whole batches of the first 10,000 rows, in order; of fewer rows than a batch has, one batch in
  /// which they repeat.
  public func batches(of batchSize: Int) -> [Batch] {
    let count = max(1, min(data.rowCount, 10_000) / batchSize)
    return (0..<count).map { data.features.batch(from: $0 * batchSize, rowCount: batchSize) }
  }
}

extension Dataset.Features {
  fileprivate func batch(from first: Int, rowCount: Int) -> Batch {
    let numbers = first..<first + rowCount
    return switch self {
    case .bytes(let rows):
      .dense(
        Matrix(
          rows: numbers.map { row in
            rows.withRow(row % rows.rowCount) { bytes in bytes.map { Float($0) / rows.divisor } }
          }))
    case .floats(let rows):
      .dense(Matrix(rows: numbers.map { rows.row($0 % rows.rowCount) }))
    case .sparse(let rows):
      .sparse(rows.subset(rows: numbers.map { Int32($0 % rows.rowCount) }))
    }
  }
}
