// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

/// What there is of a sweep: its trials, and the records of those that are done.
package struct SweepResult: Sendable {
  /// In the plan's order.
  package let trials: [Trial]
  /// Of each trial; nil for one that is not done.
  package let records: [TrialRecord?]

  package init(trials: [Trial], records: [TrialRecord?]) {
    self.trials = trials
    self.records = records
  }

  package var doneCount: Int { records.count { $0 != nil } }

  package var isComplete: Bool { doneCount == trials.count }

  /// The records, the best validation result first; those that diverged come last.
  ///
  /// Results compare by ``score`` on the validation part; equal ones stay in the plan's order.
  package var ranked: [TrialRecord] {
    let kind = score
    let scores = records.compactMap { $0 }.map { record in
      (record: record, score: kind.flatMap { record.results?.validation[$0] } ?? .infinity)
    }
    return scores.enumerated().sorted { a, b in
      (a.element.score, a.offset) < (b.element.score, b.offset)
    }.map(\.element.record)
  }

  /// What the results compare by: the score that is their task's own. Where they have not all the same
  /// one, or weigh their classes differently, the error rate, or without classes the loss.
  ///
  /// Nil before anything is done, and where everything diverged.
  package var score: TaskScore? {
    let results = records.compactMap { $0?.results }
    guard let first = results.first?.validation.kind else { return nil }
    let isShared = results.allSatisfy { $0.validation.kind == first }
    let isWeighedAlike = first != .weightedErrorRate || !variedKeys.contains("classWeights")
    if isShared, isWeighedAlike { return first }
    return results.contains { $0.errorRate == nil } ? .loss : .errorRate
  }

  /// Keys of the options in which the trials differ, in the order of a configuration; those of
  /// pre-training, `pretraining.KEY`, come last.
  package var variedKeys: [String] {
    var keys: [String] = []
    var first = JSONObject()
    var varied: Set<String> = []
    for options in trials.map(\.options) {
      for key in options.keys {
        if let value = first[key] {
          if value != options[key] { varied.insert(key) }
        } else {
          keys.append(key)
          first[key] = options[key]
        }
      }
    }
    return keys.filter(varied.contains)
  }

  /// The records by rank, with keys that stay the same from version to version.
  package var json: JSONValue {
    [
      "trialCount": JSONValue(trials.count),
      "doneCount": JSONValue(doneCount),
      "varied": JSONValue(variedKeys),
      "score": .optional(score) { .string($0.rawValue) },
      "trials": .array(ranked.map(\.json)),
    ]
  }
}
