// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles
import RectifierTraining

/// What came of a cross-validation, as far as it is done.
package struct CrossValidationResult: Sendable {
  /// Of each fold in order; nil for one that is not done.
  package let records: [TrialRecord?]

  package init(_ sweep: SweepResult) { records = sweep.records }

  /// The results of the folds that are done and did not diverge.
  package var results: [TrainingResults] { records.compactMap { $0?.results } }

  package var divergedCount: Int { records.count { $0 != nil && $0?.results == nil } }

  /// Wrong predictions over all folds; nil without classes, and before a fold is done.
  package var errors: CountedRate? {
    let errors = results.compactMap(\.errors)
    guard !errors.isEmpty else { return nil }
    return CountedRate(
      count: errors.reduce(0) { $0 + $1.count },
      sampleCount: errors.reduce(0) { $0 + $1.sampleCount })
  }

  /// The folds' values of a measure, where all that are done have one.
  package func moments(_ measure: (TrainingResults) -> Double?) -> SampleMoments? {
    let values = results.compactMap(measure)
    return values.count == results.count ? SampleMoments(values) : nil
  }

  /// What the folds' tasks are scored by beside loss and error rate, as far as all that are done have
  /// it.
  package var measures: [Measure] {
    Measure.allCases.filter { measure in
      !results.isEmpty && results.allSatisfy { $0.measures[measure] != nil }
    }
  }

  /// The folds' values of what their task is scored by.
  package func moments(of measure: Measure) -> SampleMoments? {
    moments { $0.measures[measure]?.value }
  }

  /// The document, with keys that stay the same from version to version.
  package var json: JSONValue {
    var document: JSONObject = [
      "foldCount": JSONValue(records.count),
      "doneCount": JSONValue(records.count { $0 != nil }),
      "divergedCount": JSONValue(divergedCount),
      "sampleCount": JSONValue(results.reduce(0) { $0 + $1.sampleCount }),
      "errorRate": .optional(moments(\.errorRate), \.json),
      "loss": .optional(moments(\.loss), \.json),
    ]
    for measure in measures {
      document[measure.rawValue] = .optional(moments(of: measure), \.json)
    }
    document["folds"] = .array(
      records.map { record in
        .optional(record) { record in
          [
            "fold": .optional(record.trial.configuration.fold) { .string($0.text) },
            "results": .optional(record.results) { .object($0.json) },
          ]
        }
      })
    return .object(document)
  }
}

extension SampleMoments {
  /// Mean, standard deviation and the 95 % interval of the mean.
  fileprivate var json: JSONValue {
    [
      "mean": JSONValue(mean),
      "standardDeviation": .optional(standardDeviation) { JSONValue($0) },
      "interval95": .optional(interval95) {
        .array([JSONValue($0.lowerBound), JSONValue($0.upperBound)])
      },
    ]
  }
}
