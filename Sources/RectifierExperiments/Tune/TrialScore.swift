// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// What networks of a search compare by on the validation part.
package enum TrialMetric: Hashable, Sendable {
  /// By what models of the task compare wherever they do.
  case score(TaskScore)
  /// Of sets of labels: see `Measure.microF1`. The loss would prefer networks that are seldom sure.
  case microF1

  package static let all = TaskScore.allCases.map { TrialMetric.score($0) } + [.microF1]

  /// What a search takes where nobody has chosen: the task's own score, of sets of labels F1.
  init(of results: TrainingResults) {
    self = results.validationMeasures[.microF1] == nil ? .score(results.validation.kind) : .microF1
  }

  /// The name on the command line and in files: `error`, `weighted-error`, `rmse`, `loss`, `micro-f1`.
  package var name: String {
    switch self {
    case .score(.errorRate): "error"
    case .score(.weightedErrorRate): "weighted-error"
    case .score(.rootMeanSquareError): "rmse"
    case .score(.loss): "loss"
    case .microF1: "micro-f1"
    }
  }

  /// What people call it.
  package var title: String {
    switch self {
    case .score(let score): score.title
    case .microF1: Measure.microF1.title
    }
  }

  /// Whether more of it is better.
  var prefersMore: Bool { self == .microF1 }

  /// Nil where the task is not scored by it.
  func value(of results: TrainingResults) -> Double? {
    switch self {
    case .score(let score): results.validation[score]
    case .microF1: results.validationMeasures[.microF1]
    }
  }
}

extension TrialMetric {
  /// `error`, `rmse`.
  package static func named(
    _ name: String, option: String = "--metric"
  ) throws(ConfigurationError) -> TrialMetric {
    try TrainConfiguration.value(
      named: name, among: all.map { (name: $0.name, value: $0) }, option: option)
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
}
