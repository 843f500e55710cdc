// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics
import RectifierTraining

/// What a model does on the rows that it is reported on.
struct RunMeasurements: Sendable {
  /// What the rows are for.
  let part: TrainingResults.MeasuredPart
  let data: Dataset
  let evaluation: Evaluation
  let activity: UnitActivity
  /// The rows that the model is farthest off on, the worst first.
  let worst: [RowLoss]
  /// What stands in the files for these rows; nil for data that are not rows of files, and where
  /// these cannot be read any more.
  let fields: RowFields?
  /// Truth and prediction of at most `pointLimit` rows, where both are numbers and truths are not
  /// levels.
  let points: [(truth: Double, prediction: Double)]

  /// As many rows are shown.
  static let worstLimit = 24
  /// As many rows are drawn as points.
  private static let pointLimit = 1000
  /// As many rows are predicted at once.
  private static let pieceRowCount = 4096

  /// Measures a model on the test part, or where there is none on the validation part.
  ///
  /// - Throws: `ModelError` where the rows do not fit the model.
  init(_ model: Model, on data: TrainingData, _ options: RowOptions, execution: Execution) throws {
    let rows = data.test ?? data.validation
    part = data.test == nil ? .validation : .test
    self.data = try model.fitted(rows.data)
    evaluation = try Evaluation.evaluate(model, on: rows.data, execution: execution)
    activity = try UnitActivity.measure(model, on: rows.data, execution: execution)
    (worst, points) = try Self.judged(model, on: self.data, execution: execution)
    let numbers = worst.map(\.row)
    fields = rows.origin.flatMap {
      try? $0.fields(of: numbers, encoding: model.preprocessing.encoding, options)
    }
  }

  private static func judged(
    _ model: Model, on data: Dataset, execution: Execution
  ) throws(ModelError) -> (worst: [RowLoss], points: [(truth: Double, prediction: Double)]) {
    let judge = RowJudge(task: model.task, targets: data.targets, labels: model.labels)
    let isRegression = if case .regression? = model.task { true } else { false }
    let step = (data.rowCount + pointLimit - 1) / pointLimit
    var worst: [RowLoss] = []
    var points: [(truth: Double, prediction: Double)] = []
    for begin in stride(from: 0, to: data.rowCount, by: pieceRowCount) {
      let rows = begin..<min(begin + pieceRowCount, data.rowCount)
      let outputs = try model.outputs(for: data.subset(rows), execution: execution)
      for row in rows {
        let values = outputs.row(row - begin)
        if isRegression, row % step == 0, let numbers = judge.numbers(values, row: row) {
          points.append(numbers)
        }
        let size = judge.size(values, row: row)
        if worst.count == worstLimit, size <= worst[worstLimit - 1].size { continue }
        let place = worst.firstIndex { $0.size < size } ?? worst.count
        worst.insert(judge.loss(values, row: row), at: place)
        if worst.count > worstLimit { worst.removeLast() }
      }
    }
    return (worst, points)
  }
}
