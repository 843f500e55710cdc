// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// How far a model is off on one row.
struct RowLoss: Equatable, Sendable {
  let row: Int
  /// By what rows are ordered; of what it is the size, the task says.
  let size: Double
  let truth: String
  let prediction: String
  /// A text for each of `factNames`.
  let facts: [String]

  /// What is said of each row beside truth and prediction.
  static func factNames(of task: LearningTask?) -> [String] {
    switch task {
    case .classification: ["p(true)", "p(predicted)"]
    case .ordinal: ["error", "p(true)"]
    case .regression: ["error"]
    case .multiLabel: ["loss"]
    case nil: ["squared error"]
    }
  }

  /// What the rows are ordered by, as in "the rows with the largest …".
  static func sizeName(of task: LearningTask?) -> String {
    switch task {
    case .classification: "loss, −ln of the true class's probability"
    case .ordinal, .regression: "distance between truth and prediction"
    case .multiLabel: "loss, the cross-entropy summed over the labels"
    case nil: "squared error, summed over the outputs"
    }
  }
}

/// Judges a model's outputs row by row.
struct RowJudge {
  let task: LearningTask?
  let targets: Dataset.Targets
  let labels: [String]

  /// How far the outputs of a row are off: infinite where they are no numbers.
  func size(_ outputs: [Float], row: Int) -> Double {
    let size: Double =
      switch targets {
      case .classes(let classes):
        if let (truth, prediction) = numbers(outputs, row: row) {
          abs(truth - prediction)
        } else {
          Self.surprise(at: outputs[Int(classes[row])])
        }
      case .sets(let sets):
        outputs.enumerated().reduce(0) { sum, output in
          let isTrue = sets[row].contains(Int32(output.offset))
          return sum + Self.surprise(at: isTrue ? output.element : 1 - output.element)
        }
      case .reals(let matrix):
        if let (truth, prediction) = numbers(outputs, row: row) {
          abs(truth - prediction)
        } else {
          outputs.enumerated().reduce(0) { sum, output in
            let distance = Double(output.element) - Double(matrix[row, output.offset])
            return sum + distance * distance
          }
        }
      case .features, .none: 0
      }
    return size.isNaN ? .infinity : size
  }

  /// −ln p in nats; of 0 that of the smallest normal `Float`, since smaller ones are not told apart.
  private static func surprise(at probability: Float) -> Double {
    -Double(Elementary.log(max(probability, .leastNormalMagnitude)))
  }

  /// Truth and prediction where both are numbers, in the units of what is predicted.
  func numbers(_ outputs: [Float], row: Int) -> (truth: Double, prediction: Double)? {
    guard let prediction = task?.predictedNumber(outputs) else { return nil }
    switch (task, targets) {
    case (.ordinal(let levels), .classes(let classes)):
      return (levels[Int(classes[row])], prediction)
    case (.regression(let mean, let deviation), .reals(let matrix)):
      return (Double(matrix[row, 0]) * Double(deviation) + Double(mean), prediction)
    default: return nil
    }
  }

  /// What is to be said of a row.
  func loss(_ outputs: [Float], row: Int) -> RowLoss {
    let size = size(outputs, row: row)
    let (truth, prediction, facts) = texts(outputs, row: row, size: size)
    return RowLoss(row: row, size: size, truth: truth, prediction: prediction, facts: facts)
  }

  private func texts(
    _ outputs: [Float], row: Int, size: Double
  ) -> (truth: String, prediction: String, facts: [String]) {
    let error = NumberText.significant(size, digits: 5)
    switch targets {
    case .classes(let classes):
      let truth = Int(classes[row])
      if let numbers = numbers(outputs, row: row) {
        return (
          labels[truth], NumberText.fixed(numbers.prediction, decimals: 2),
          [NumberText.fixed(size, decimals: 2), Self.probability(outputs[truth])]
        )
      }
      let prediction = Model.predictedClass(outputs)
      return (
        labels[truth], labels[prediction],
        [Self.probability(outputs[truth]), Self.probability(outputs[prediction])]
      )
    case .sets(let sets):
      let predicted = LearningTask.predictedLabels(outputs)
      return (
        Self.list(sets[row].map { labels[Int($0)] }), Self.list(predicted.map { labels[$0] }),
        [NumberText.fixed(size, decimals: 3)]
      )
    case .reals(let matrix):
      if let (truth, prediction) = numbers(outputs, row: row) {
        return (
          NumberText.significant(truth, digits: 5), NumberText.significant(prediction, digits: 5),
          [error]
        )
      }
      let found = outputs.map { NumberText.significant(Double($0), digits: 5) }
      let truths = matrix.row(row).map { NumberText.significant(Double($0), digits: 5) }
      return (Self.list(truths), Self.list(found), [error])
    case .features, .none: return ("–", "–", [error])
    }
  }

  /// `0.98`, `0.0012`: two digits where it is small.
  private static func probability(_ value: Float) -> String {
    value >= 0.1 ? NumberText.fixed(Double(value), decimals: 2) : NumberText.rounded(value)
  }

  /// At most eight of them; what stands for none.
  private static func list(_ texts: [String]) -> String {
    if texts.isEmpty { return "none" }
    return texts.prefix(8).joined(separator: ", ") + (texts.count > 8 ? ", …" : "")
  }
}
