// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// Predictions of a subject on batches that lie ready, over and over, one a call.
public final class InferenceWork {
  private let predictor: Predictor
  private let batches: [Matrix]
  private var workspace: Predictor.Workspace
  private var result: Matrix
  private var next = 0

  /// - Parameter batches: All of the same size, at least one.
  public init(
    _ subject: Subject, batches: [Matrix], precision: WeightPrecision = .float32,
    execution: Execution
  ) {
    self.batches = batches
    predictor = Predictor(subject.model.network, precision: precision, execution: execution)
    let rowCount = batches[0].rowCount
    workspace = predictor.workspace(batchCapacity: rowCount)
    result = Matrix(
      rowCount: rowCount, columnCount: predictor.network.architecture.head.outputCount)
  }

  /// Predicts the next batch.
  public func call() {
    predictor.predict(batches[next], into: &result, using: &workspace)
    next = next + 1 < batches.count ? next + 1 : 0
  }
}

extension Subject {
  /// Whole batches of the first 10,000 rows, in order; of fewer rows than a batch has, one batch in
  /// which they repeat.
  public func batches(of batchSize: Int) -> [Matrix] {
    let count = max(1, min(data.rowCount, 10_000) / batchSize)
    return (0..<count).map { data.features.batch(from: $0 * batchSize, rowCount: batchSize) }
  }
}

extension Dataset.Features {
  fileprivate func batch(from first: Int, rowCount: Int) -> Matrix {
    switch self {
    case .bytes(let rows):
      Matrix(
        rows: (first..<first + rowCount).map { row in
          rows.withRow(row % rows.rowCount) { bytes in bytes.map { Float($0) / rows.divisor } }
        })
    case .floats(let rows):
      Matrix(rows: (first..<first + rowCount).map { rows.row($0 % rows.rowCount) })
    }
  }
}
