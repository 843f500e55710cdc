// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

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
  /// Results compare by validation error where there are classes, else by loss; equal ones stay in
  /// the plan's order.
  package var ranked: [TrialRecord] {
    let found = records.compactMap { $0 }
    return found.enumerated().sorted { a, b in
      let (left, right) = (Self.score(a.element), Self.score(b.element))
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }

  private static func score(_ record: TrialRecord) -> Double {
    guard let results = record.results else { return .infinity }
    return results.validationErrorRate ?? results.loss
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
      "trials": .array(ranked.map(\.json)),
    ]
  }
}
