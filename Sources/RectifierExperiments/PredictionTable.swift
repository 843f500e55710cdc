// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// A model's predictions for the rows of a data set, as CSV.
///
/// The header is `prediction`, then `probability:LABEL` for each class in label order where
/// probabilities are asked for. A prediction is the most probable class; of ordinal classes the
/// expected level; of regression the number in its own units; of any number of labels those whose
/// probability is above 1/2, with spaces between them, nothing where there are none. A model whose
/// outputs stand for themselves has one column an output instead, `prediction` or `prediction:0`,
/// `prediction:1`, …. Where rows come from files of their own, as pictures do, the last column is
/// `file`. Numbers have the fewest digits that read back to the same `Float`.
package struct PredictionTable: Sendable {
  private let outputs: Matrix
  private let task: LearningTask?
  private let labels: [String]
  private let hasProbabilities: Bool
  /// Empty where rows have no files of their own.
  private let files: [String]

  /// - Throws: `ModelError` where the data do not fit the model, `ConfigurationError.conflict`
  ///   where probabilities are asked of a model without classes.
  package init(
    model: Model, data: Dataset, hasProbabilities: Bool, precision: WeightPrecision = .float32,
    execution: Execution
  ) throws {
    if hasProbabilities, model.labels.isEmpty {
      throw ConfigurationError.conflict(
        options: ["--probabilities"], reason: "this model predicts numbers, not classes; leave out")
    }
    outputs = try model.outputs(for: data, precision: precision, execution: execution)
    task = model.task
    labels = model.labels
    files = data.files
    self.hasProbabilities = hasProbabilities
  }

  /// Rows of predictions, one a sample.
  package var rowCount: Int { outputs.rowCount }

  /// The first line.
  package var header: String {
    var columns = ["prediction"]
    if hasProbabilities { columns += labels.map { "probability:\($0)" } }
    if labels.isEmpty, outputs.columnCount > 1 {
      columns = (0..<outputs.columnCount).map { "prediction:\($0)" }
    }
    return Self.line(columns + (files.isEmpty ? [] : ["file"]))
  }

  /// The lines of some of the rows.
  package func lines(_ rows: Range<Int>) -> String {
    rows.map { row in
      let values = outputs.row(row)
      let probabilities = hasProbabilities ? values.map(\.description) : []
      return Self.line(
        prediction(values) + probabilities + (files.isEmpty ? [] : [files[row]]))
    }.joined()
  }

  /// What outputs speak for.
  private func prediction(_ outputs: [Float]) -> [String] {
    switch task {
    case .classification: [labels[Model.predictedClass(outputs)]]
    case .multiLabel:
      [LearningTask.predictedLabels(outputs).map { labels[$0] }.joined(separator: " ")]
    case .ordinal, .regression: [task?.predictedNumber(outputs).map { "\(Float($0))" } ?? ""]
    case nil: outputs.map(\.description)
    }
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  /// The text as a cell (RFC 4180): in quotes where it holds a comma, a quote or a line break.
  static func cell(_ text: String) -> String {
    let needsQuotes = text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
