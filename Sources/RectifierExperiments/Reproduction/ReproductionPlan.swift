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
    let all = try reproduction.trials(budget, given: record)
    var found: [String: Bool] = [:]
    var failure: (any Error)?
    let trials = try all.compactMap { trial -> Trial? in
      let trial = try trial.locatingData(in: dataDirectory)
      let data = trial.configuration.data
      if found[data] == nil {
        do {
          _ = try TrainingSources.resolve(trial.configuration, environment: environment)
          found[data] = true
        } catch let error as DataSourceError {
          failure = failure ?? error
          found[data] = false
        }
      }
      return found[data] == true || record(trial) != nil ? trial : nil
    }
    if trials.isEmpty, let failure { throw failure }
    return trials
  }

  /// The names of data sets that are not there, so that their networks are left out.
  package func missingData() throws -> [String] {
    let trials = try reproduction.trials(budget)
    let present = Set(
      try trials.isEmpty ? [] : self.trials { _ in nil }.map(\.configuration.data))
    return trials.map(\.configuration.data).filter { !present.contains($0) }
      .reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
  }
}
