// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The records of a sweep's folder, each read once.
struct TrialRecords {
  private let folder: SweepFolder
  private var found: [String: TrialRecord] = [:]

  init(in folder: SweepFolder) {
    self.folder = folder
  }

  /// The record of a trial; nil for one that is not done.
  mutating func record(of trial: Trial) throws -> TrialRecord? {
    if let record = found[trial.recipeHash] { return record }
    let record = try folder.record(of: trial)
    found[trial.recipeHash] = record
    return record
  }

  /// The trials that a plan knows with the records that are there.
  ///
  /// - Throws: What is wrong with a trial's options, and the errors of reading records.
  mutating func trials(of plan: Sweep.Plan) throws -> [Trial] {
    var records = self
    var failure: (any Error)?
    let trials = try plan { trial in
      do {
        return try records.record(of: trial)
      } catch {
        failure = failure ?? error
        return nil
      }
    }
    self = records
    if let failure { throw failure }
    return trials
  }
}
