// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// Predictions of a subject on batches that lie ready, over and over, one a call.
public final class InferenceWork {
  private let predictor: Predictor
  private let batches: [Batch]
  private var workspace: Predictor.Workspace
  private var result: Matrix
  private var next = 0

  /// - Parameter batches: All of the same size, at least one.
  public init(
    _ subject: Subject, batches: [Batch], precision: WeightPrecision = .float32,
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
    switch batches[next] {
    case .dense(let rows): predictor.predict(rows, into: &result, using: &workspace)
    case .sparse(let rows): predictor.predict(rows, into: &result, using: &workspace)
    }
    next = next + 1 < batches.count ? next + 1 : 0
  }
}
