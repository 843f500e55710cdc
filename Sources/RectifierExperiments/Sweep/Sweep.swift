// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Dispatch
import RectifierFiles
import RectifierNumerics
import RectifierTraining
import Synchronization

/// Trains the networks of a plan, several side by side, each on one thread.
///
/// A trial with a record is done. So a sweep that was stopped, killed or moved goes on where it was
/// when it is run again, and several processes can share one folder: no trial is run by two of them.
package struct Sweep: Sendable {
  /// The trials that are known as far as records are there: later ones can depend on what earlier
  /// ones have found. None that was known disappears.
  package typealias Plan = @Sendable (_ record: (Trial) -> TrialRecord?) throws -> [Trial]

  package let plan: Plan
  package let folder: SweepFolder
  /// Networks that train at once.
  package let workerCount: Int
  /// Whether the model of each trial's best epoch stays in the folder.
  package var keepsModels = false
  /// Whether each trial leaves its model and its last state, until somebody removes them: one that
  /// differs in nothing but a greater number of epochs goes on from there.
  package var keepsStates = false
  /// How long a trial may go on at most before what it has reached is put away.
  package var checkpointInterval = Duration.seconds(300)
  private let environment: [String: String]

  /// A sweep whose trials are all known.
  ///
  /// - Parameter workerCount: Nil for as many as there are processors.
  package init(
    _ trials: [Trial], in folder: SweepFolder, workerCount: Int?, environment: [String: String]
  ) throws(ConfigurationError) {
    try self.init(
      plan: { _ in trials }, in: folder, workerCount: workerCount, environment: environment)
  }

  /// A sweep whose later trials depend on records of earlier ones.
  ///
  /// - Parameter workerCount: Nil for as many as there are processors.
  package init(
    plan: @escaping Plan, in folder: SweepFolder, workerCount: Int?, environment: [String: String]
  ) throws(ConfigurationError) {
    if let workerCount { try Execution.check(threadCount: workerCount, option: "--workers") }
    self.plan = plan
    self.folder = folder
    self.workerCount = workerCount ?? Execution.processorCount
    self.environment = environment
  }

  /// What a caller hears, one call at a time from whatever thread, and what it is asked.
  package struct Events: Sendable {
    /// The trials that are known, and how many of them are done already.
    package var began: @Sendable (_ trials: [Trial], _ doneCount: Int) -> Void = { _, _ in }
    package var pretrainingEpoch: @Sendable (Trial, PretrainingReport) -> Void = { _, _ in }
    package var epoch: @Sendable (Trial, EpochReport) -> Void = { _, _ in }
    /// A trial is done; the trials that are known now, and how many of them are done.
    package var finished: @Sendable (TrialRecord, _ trials: [Trial], _ doneCount: Int) -> Void = {
      _, _, _ in
    }
    /// Asked before a trial is begun; one that may not is left, and the plan is asked for others. It
    /// may be asked of the same trial again.
    package var mayBegin: @Sendable (Trial) -> Bool = { _ in true }
    /// Asked after every step, by all workers at once.
    package var shouldStop: @Sendable () -> Bool = { false }

    package init() {}
  }

  /// Trains what is not done yet; what others are training is left to them.
  ///
  /// - Throws: What is wrong with a trial's options or data, before any of those that are known at
  ///   the beginning is trained; the errors of reading and writing records, after which the other
  ///   networks leave checkpoints.
  package func run(_ events: Events = Events()) throws -> SweepResult {
    let execution = try Execution.requested(threadCount: 1, environment: environment)
    let work = try SweepWork(
      plan, in: folder, keepsModels: keepsModels, events: events, environment: environment)
    DispatchQueue.concurrentPerform(iterations: workerCount) { _ in
      work.perform { try train($0, work: work, execution: execution) }
    }
    if let failure = work.failure { throw failure }
    return try result()
  }

  /// What is there now, whether or not anybody is training.
  package func result() throws -> SweepResult {
    var records = TrialRecords(in: folder)
    let trials = try records.trials(of: plan)
    return SweepResult(trials: trials, records: try trials.map { try records.record(of: $0) })
  }

  /// - Returns: The record; nil after a stop, and where somebody else has the trial or had it.
  private func train(
    _ trial: Trial, work: SweepWork, execution: Execution
  ) throws -> TrialRecord? {
    guard let claim = try folder.claim(trial) else { return nil }
    return try withExtendedLifetime(claim) {
      // Its last owner may have finished it since the list was made.
      if folder.isDone(trial, withModel: keepsModels) { return nil }
      let training = TrialTraining(
        trial: trial, data: try work.data(of: trial), folder: folder, execution: execution,
        keepsModel: keepsModels || keepsStates, keepsState: keepsStates,
        checkpointInterval: checkpointInterval, environment: environment)
      return try training.run(
        TrialTraining.Events(
          pretrainingEpoch: { work.report(trial, $0) }, epoch: { work.report(trial, $0) },
          shouldStop: { work.shouldStop }))
    }
  }
}
