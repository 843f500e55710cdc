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
  package let trials: [Trial]
  package let folder: SweepFolder
  /// Networks that train at once.
  package let workerCount: Int
  /// Whether the model of each trial's best epoch stays in the folder.
  package var keepsModels = false
  /// How long a trial may go on at most before what it has reached is put away.
  package var checkpointInterval = Duration.seconds(300)
  private let environment: [String: String]

  /// - Parameter workerCount: Nil for as many as there are processors.
  package init(
    _ trials: [Trial], in folder: SweepFolder, workerCount: Int?, environment: [String: String]
  ) throws(ConfigurationError) {
    if let workerCount { try Execution.check(threadCount: workerCount, option: "--workers") }
    self.trials = trials
    self.folder = folder
    self.workerCount = workerCount ?? Execution.processorCount
    self.environment = environment
  }

  /// What a caller hears, one call at a time from whatever thread, and the one thing it is asked.
  package struct Events: Sendable {
    /// How many trials are done already, of how many.
    package var began: @Sendable (_ doneCount: Int, _ count: Int) -> Void = { _, _ in }
    package var epoch: @Sendable (Trial, EpochReport) -> Void = { _, _ in }
    /// A trial is done; and how many are now.
    package var finished: @Sendable (TrialRecord, _ doneCount: Int) -> Void = { _, _ in }
    /// Asked after every step, by all workers at once.
    package var shouldStop: @Sendable () -> Bool = { false }

    package init() {}
  }

  /// Trains what is not done yet; what others are training is left to them.
  ///
  /// - Throws: What is wrong with a trial's options or data, before any is trained; the errors of
  ///   reading and writing records, after which the other networks leave checkpoints.
  package func run(_ events: Events = Events()) throws -> SweepResult {
    let execution = try Execution.requested(threadCount: 1, environment: environment)
    let done = try trials.compactMap { trial in
      isDone(trial) ? try folder.record(of: trial) : nil
    }
    let pending = trials.filter { !isDone($0) }
    events.began(done.count, trials.count)
    try check(pending)
    let work = SweepWork(
      pending, doneCount: done.count, events: events,
      data: SharedTrainingData(pending: pending, done: done, environment: environment))
    DispatchQueue.concurrentPerform(iterations: min(workerCount, pending.count)) { _ in
      work.perform { try train($0, work: work, execution: execution) }
    }
    if let failure = work.failure { throw failure }
    return try result()
  }

  /// What is there now, whether or not anybody is training.
  package func result() throws -> SweepResult {
    SweepResult(trials: trials, records: try trials.map { try folder.record(of: $0) })
  }

  private func isDone(_ trial: Trial) -> Bool {
    FileKind.of(folder.recordPath(of: trial)) != nil
      && (!keepsModels || FileKind.of(folder.modelPath(of: trial)) != nil)
  }

  /// Everything that can be known without reading data.
  private func check(_ trials: [Trial]) throws {
    var keys: Set<String> = []
    for trial in trials where keys.insert(trial.dataKey).inserted {
      let sources = try TrainingSources.resolve(trial.configuration, environment: environment)
      for source in [sources.training, sources.validation, sources.test] {
        try source?.checkMemory()
      }
    }
  }

  private func train(_ trial: Trial, work: SweepWork, execution: Execution) throws {
    defer { work.data.finish(trial) }
    guard let claim = try folder.claim(trial) else { return }
    try withExtendedLifetime(claim) {
      // Its last owner may have finished it since the list was made.
      if isDone(trial) { return }
      let training = TrialTraining(
        trial: trial, data: try work.data.data(of: trial), folder: folder, execution: execution,
        keepsModel: keepsModels, checkpointInterval: checkpointInterval)
      let record = try training.run(
        epoch: { work.report(trial, $0) }, shouldStop: { work.shouldStop })
      if let record { work.report(record) }
    }
  }
}
