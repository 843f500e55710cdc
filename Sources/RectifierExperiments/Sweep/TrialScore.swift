// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// What trials can be compared by, measured on the validation part.
package enum TrialMetric: String, CaseIterable, Sendable {
  /// Of ordinal classes and of numbers, in their units.
  case rmse
  /// Of sets of labels: see `Measure.microF1`.
  case microF1 = "micro-f1"
  /// With weights of the classes.
  case weightedError = "weighted-error"
  /// Wrong predictions, 0…1.
  case error

  /// The metric by which a task's epochs compare; of sets of labels F1, which people read, where
  /// epochs compare by the loss.
  ///
  /// - Returns: Nil where the task has none, as reals that stand for themselves.
  init?(of results: TrainingResults) {
    guard let own = Self.allCases.first(where: { $0.value(of: results) != nil }) else { return nil }
    self = own
  }

  /// What people call it.
  package var title: String { measure?.title ?? "error" }

  /// Whether more of it is better.
  var prefersMore: Bool { self == .microF1 }

  /// Nil where the task is not scored by it.
  func value(of results: TrainingResults) -> Double? {
    guard let measure else { return results.validationErrorRate }
    return results.validationMeasures[measure]
  }

  private var measure: Measure? {
    switch self {
    case .rmse: .rootMeanSquareError
    case .microF1: .microF1
    case .weightedError: .weightedErrorRate
    case .error: nil
    }
  }
}

/// How good a trial was on the validation part: the least is the best.
package struct TrialScore: Comparable, Sendable {
  package let metric: TrialMetric
  /// As people read it.
  package let value: Double

  /// - Returns: Nil where training diverged, and where the task is not scored by the metric.
  package init?(_ record: TrialRecord, by metric: TrialMetric) {
    guard let value = record.results.flatMap(metric.value) else { return nil }
    self.metric = metric
    self.value = value
  }

  package static func < (a: TrialScore, b: TrialScore) -> Bool {
    a.metric.prefersMore ? a.value > b.value : a.value < b.value
  }

  /// A fraction in percent, else four decimals: `1.85 %`, `0.7461`.
  package var text: String { metric.text(of: value) }
}

extension TrialMetric {
  /// A value as people read it.
  package func text(of value: Double) -> String {
    switch self {
    case .error, .weightedError: NumberText.percent(value)
    case .rmse, .microF1: NumberText.fixed(value, decimals: 4)
    }
  }
}
