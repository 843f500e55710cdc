// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What was measured of a model on some data, as far as models compare by it.
package struct ScoredValues: Equatable, Sendable {
  private let errorRate: Double?
  private let loss: Double?
  private let measures: [Measure: Double]

  /// - Parameters:
  ///   - errorRate: Nil without classes.
  ///   - loss: Nil where it is not known.
  ///   - measures: What else the task is scored by.
  package init(errorRate: Double?, loss: Double?, measures: [Measure: Double]) {
    self.errorRate = errorRate
    self.loss = loss
    self.measures = measures
  }

  /// The score of the task that has these values.
  package var kind: TaskScore {
    if measures[.rootMeanSquareError] != nil { return .rootMeanSquareError }
    if errorRate == nil { return .loss }
    return measures[.weightedErrorRate] == nil ? .errorRate : .weightedErrorRate
  }

  /// The task's own score; nil where it is the loss and that is not known.
  package var score: Double? { self[kind] }

  /// A score; nil where there is no such one.
  package subscript(_ kind: TaskScore) -> Double? {
    switch kind {
    case .errorRate: errorRate
    case .weightedErrorRate: measures[.weightedErrorRate]
    case .rootMeanSquareError: measures[.rootMeanSquareError]
    case .loss: loss
    }
  }
}
