// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// What a sweep trains for a reproduction: the networks whose data are there.
package struct ReproductionPlan: Sendable {
  package let reproduction: Reproduction
  package let budget: ReproductionBudget
  /// Where catalog names are looked up first.
  package let dataDirectory: String?
  package let environment: [String: String]

  /// The networks that can be trained, as far as they are known when some are done. Those that are
  /// done need no data.
  ///
  /// - Throws: What is wrong with the data if no network can be trained.
  package func trials(given record: (Trial) -> TrialRecord?) throws -> [Trial] {
    let (found, _, failure) = try divided(given: record)
    if found.isEmpty, let failure { throw failure }
    return found
  }

  /// The networks that are not done, and whose data are not there.
  package func leftOut(given record: (Trial) -> TrialRecord?) throws -> [Trial] {
    try divided(given: record).missing
  }

  private func divided(
    given record: (Trial) -> TrialRecord?
  ) throws -> (found: [Trial], missing: [Trial], failure: DataSourceError?) {
    var failures: [String: DataSourceError?] = [:]
    var (found, missing): ([Trial], [Trial]) = ([], [])
    for trial in try reproduction.trials(budget, given: record) {
      let trial = try trial.locatingData(in: dataDirectory)
      if record(trial) != nil {
        found.append(trial)
        continue
      }
      let name = trial.dataName
      let failure = try failures[name] ?? self.failure(of: trial)
      failures[name] = .some(failure)
      if failure == nil { found.append(trial) } else { missing.append(trial) }
    }
    let first = missing.first.flatMap { failures[$0.dataName] ?? nil }
    return (found, missing, first)
  }

  /// Why the data of a trial are not found; nil where they are.
  private func failure(of trial: Trial) throws -> DataSourceError? {
    do {
      for configuration in [trial.configuration, trial.pretraining?.training].compactMap({ $0 }) {
        _ = try TrainingSources.resolve(configuration, environment: environment)
      }
      return nil
    } catch let error as DataSourceError {
      return error
    }
  }
}

extension Trial {
  /// What it learns from, and what its layers do.
  fileprivate var dataName: String {
    [configuration.data, pretraining?.training.data].compactMap { $0 }.joined(separator: " ")
  }
}
