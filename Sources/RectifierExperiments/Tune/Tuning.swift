// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining
import Synchronization

/// A search for good options, as far as a limited time allows.
///
/// The trials are those of one sweep, whose plan grows while there is time: brackets are opened as
/// long as workers would have nothing to do, and a trial that would not end in time is passed over.
/// When the time is over, trials under way leave checkpoints; what is done is what counts.
package final class Tuning: Sendable {
  package let plan: TunePlan
  package let folder: TuneFolder
  /// For this call; an earlier one in the same folder had its own.
  private let seconds: Double
  /// Seconds since the beginning.
  private let clock: @Sendable () -> Double
  private let workerCount: Int?
  private let environment: [String: String]
  private let state: Mutex<TuneState>

  /// - Parameters:
  ///   - seconds: How long trials may be trained.
  ///   - workerCount: Nil for as many as there are processors.
  ///   - clock: Seconds since the beginning; nil for those of a clock.
  package init(
    _ plan: TunePlan, in folder: TuneFolder, seconds: Double, workerCount: Int?,
    environment: [String: String], clock: (@Sendable () -> Double)? = nil
  ) throws {
    let start = ContinuousClock.now
    self.plan = plan
    self.folder = folder
    self.seconds = seconds
    self.clock = clock ?? { (ContinuousClock.now - start) / .seconds(1) }
    self.workerCount = workerCount
    self.environment = environment
    try folder.keep(plan)
    state = Mutex(TuneState(plan, found: try folder.records(of: plan)))
  }

  /// What a caller hears, one call at a time, and the one thing it is asked.
  package struct Events: Sendable {
    /// An epoch of a trial is done.
    package var epoch: @Sendable (Trial, EpochReport) -> Void = { _, _ in }
    /// All trials of a stage that are not passed over are done.
    package var stage: @Sendable (TuneStage, TuneResult) -> Void = { _, _ in }
    /// Asked after every step, by all workers at once.
    package var shouldStop: @Sendable () -> Bool = { false }

    package init() {}
  }

  /// Trains until the time is over, all networks of the plan are done, or somebody wants an end, and
  /// puts the best network into the folder.
  ///
  /// - Throws: `TuneError` where there is no best one; what is wrong with data or options; the errors
  ///   of writing.
  package func run(_ events: Events = Events()) throws -> TuneResult {
    var sweep = try Sweep(
      plan: { self.trials($0) }, in: folder.trials, workerCount: workerCount,
      environment: environment)
    sweep.keepsStates = true
    let workerCount = sweep.workerCount
    state.withLock { $0.workerCount = workerCount }
    var sweepEvents = Sweep.Events()
    sweepEvents.mayBegin = { self.mayBegin($0) }
    sweepEvents.epoch = { trial, report in
      self.observe(trial, report)
      events.epoch(trial, report)
    }
    sweepEvents.finished = { record, _, _ in self.finish(record, events) }
    sweepEvents.shouldStop = {
      self.clock() >= self.seconds || events.shouldStop() || self.hasFailed
    }
    _ = try sweep.run(sweepEvents)
    return try close()
  }
}

extension Tuning {
  private var hasFailed: Bool { state.withLock { $0.failure != nil } }

  /// The trials of the brackets that are open; opens another where workers would have nothing to do.
  private func trials(_ record: (Trial) -> TrialRecord?) -> [Trial] {
    let hasTime = clock() < seconds
    return state.withLock { state in
      state.note(record)
      while hasTime, state.opensBracket() { state.note(record) }
      return state.trials
    }
  }

  private func mayBegin(_ trial: Trial) -> Bool {
    let left = seconds - clock()
    return state.withLock { $0.mayBegin(trial, secondsLeft: left) }
  }

  private func observe(_ trial: Trial, _ report: EpochReport) {
    guard let training = report.seconds else { return }
    state.withLock {
      $0.cost.observe(trial, secondsPerEpoch: training + (report.evaluationSeconds ?? 0))
    }
  }

  private func finish(_ record: TrialRecord, _ events: Events) {
    let now = clock()
    let (stages, result, superfluous) = state.withLock { state in
      state.finish(record)
      return (
        state.takeCompleteStages(), state.result(seconds: now),
        state.takeSuperfluousFiles(of: folder.trials)
      )
    }
    for stage in stages { events.stage(stage, result) }
    // What cannot be removed takes room, and nothing else.
    for path in superfluous { try? Folder.removeFile(path) }
  }

  private func close() throws -> TuneResult {
    let now = clock()
    let (failure, result) = state.withLock { ($0.failure, $0.result(seconds: now)) }
    if let failure { throw failure }
    guard let best = result.best else {
      let count = result.networkCount
      throw count == 0 ? TuneError.noTime(seconds: seconds) : .allDiverged(count: count)
    }
    try folder.publish(best)
    return result
  }
}
