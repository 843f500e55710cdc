// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// What is timed.
package enum BenchWork: String, CaseIterable, Sendable {
  /// Steps over batches in a drawn order: gathering, forward, head, backward, update.
  case training
  /// Predictions of batches that lie ready.
  case inference

  /// Times the work over batches of a size with each choice of kernels in turn, those of
  /// `Execution.Kernels.allCases`.
  ///
  /// - Parameter precision: Of the weights that inference reads.
  /// - Throws: `TrainingError` where the subject cannot be trained on its rows.
  func times(
    _ subject: BenchSubject, batchSize: Int, precision: WeightPrecision, execution: Execution,
    seconds: Double
  ) throws(TrainingError) -> InterleavedTimes {
    let executions = Execution.Kernels.allCases.map { kernels in
      var execution = execution
      execution.kernels = kernels
      return execution
    }
    let data = subject.batches(of: batchSize)
    let extent = InterleavedTimes.Extent.seconds(seconds)
    switch self {
    case .training:
      var runs: [TrainingRun] = []
      for execution in executions {
        runs.append(
          try TrainingRun(
            subject.network, training: data, validation: data.subset(0..<1),
            options: subject.options(batchSize: batchSize), execution: execution))
      }
      return try InterleavedTimes.measure(contestantCount: runs.count, extent) {
        (run) throws(TrainingError) in try runs[run].timedStep()
      }
    case .inference:
      let batches = data.batches(of: batchSize, execution: execution)
      // One copy of the weights for all: none finds them further away than another.
      var predictor = Predictor(subject.network, precision: precision, execution: execution)
      let lines = executions.map { execution in
        predictor.execution = execution
        return PredictionLine(predictor, batches: batches)
      }
      return InterleavedTimes.measure(contestantCount: lines.count, extent) { lines[$0].advance() }
    }
  }

  /// What a batch cannot do without.
  func cost(
    _ subject: BenchSubject, _ activity: LayerActivity, precision: WeightPrecision
  ) -> StepCost {
    switch self {
    case .training:
      StepCost.training(subject.network.architecture, activity, options: subject.options)
    case .inference:
      StepCost.inference(subject.network.architecture, activity, precision: precision)
    }
  }
}

/// A predictor that goes through batches, over and over.
private final class PredictionLine {
  private let predictor: Predictor
  private let batches: [InputRows]
  private var workspace: Predictor.Workspace
  private var result: Matrix
  private var next = 0

  init(_ predictor: Predictor, batches: [InputRows]) {
    self.predictor = predictor
    self.batches = batches
    let rowCount = batches[0].rowCount
    workspace = predictor.workspace(batchCapacity: rowCount)
    result = Matrix(
      rowCount: rowCount, columnCount: predictor.network.architecture.head.outputCount)
  }

  /// Predicts the next batch.
  func advance() {
    switch batches[next] {
    case .dense(let rows): predictor.predict(rows, into: &result, using: &workspace)
    case .sparse(let rows): predictor.predict(rows, into: &result, using: &workspace)
    }
    next = next + 1 < batches.count ? next + 1 : 0
  }
}

/// The inputs of a batch, as data hold them.
private enum InputRows {
  case dense(Matrix)
  case sparse(SparseMatrix)

  var rowCount: Int {
    switch self {
    case .dense(let rows): rows.rowCount
    case .sparse(let rows): rows.rowCount
    }
  }
}

extension Dataset {
  /// The features of whole batches, in order.
  fileprivate func batches(of batchSize: Int, execution: Execution) -> [InputRows] {
    (0..<rowCount / batchSize).map { batch in
      let rows = subset(batch * batchSize..<(batch + 1) * batchSize)
      if case .sparse(let matrix) = rows.features { return .sparse(matrix) }
      return .dense(rows.scaledFeatures(execution: execution))
    }
  }
}
