// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierTraining
import Synchronization

/// The trials that are left, which workers take one after another, and what has come of them.
final class SweepWork: Sendable {
  private let plan: Sweep.Plan
  private let folder: SweepFolder
  private let keepsModels: Bool
  private let events: Sweep.Events
  private let data: SharedTrainingData
  private let state: Mutex<State>
  private let hasFailed = Atomic(false)

  private struct State {
    var records: TrialRecords
    var trials: [Trial]
    /// By their hashes, those that were done at the beginning too.
    var taken: Set<String> = []
    var running: [Trial] = []
    var doneCount = 0
    var failure: (any Error)?
  }

  /// - Throws: What is wrong with a trial's options or data, as far as that can be known without
  ///   reading data; the errors of reading records.
  init(
    _ plan: @escaping Sweep.Plan, in folder: SweepFolder, keepsModels: Bool, events: Sweep.Events,
    environment: [String: String]
  ) throws {
    self.plan = plan
    self.folder = folder
    self.keepsModels = keepsModels
    self.events = events
    var records = TrialRecords(in: folder)
    let trials = try records.trials(of: plan)
    let done = trials.filter { folder.isDone($0, withModel: keepsModels) }
    data = SharedTrainingData(
      done: try done.compactMap { try records.record(of: $0) }, environment: environment)
    state = Mutex(State(records: records, trials: trials, doneCount: done.count))
    events.began(trials, done.count)
    let hashes = Set(done.map(\.recipeHash))
    try data.expect(trials.filter { !hashes.contains($0.recipeHash) })
    state.withLock { $0.taken = hashes }
  }

  /// The error that ended the sweep; of several the first.
  var failure: (any Error)? { state.withLock(\.failure) }

  /// Whether whoever runs the sweep wants it to end, or another worker has failed.
  var shouldStop: Bool { hasFailed.load(ordering: .relaxed) || events.shouldStop() }

  /// Takes trials until none is left and none can come any more, or somebody wants an end.
  ///
  /// - Parameter train: Answers the record of a trial; nil for one that it has not trained.
  func perform(_ train: (Trial) throws -> TrialRecord?) {
    while !shouldStop {
      switch next() {
      case .trial(let trial): perform(trial, train)
      case .wait: Thread.sleep(forTimeInterval: Self.pause)
      case .end: return
      }
    }
  }

  func data(of trial: Trial) throws -> TrainingData { try data.data(of: trial) }

  func report(_ trial: Trial, _ epoch: EpochReport) {
    state.withLock { _ in events.epoch(trial, epoch) }
  }

  func report(_ trial: Trial, _ epoch: PretrainingReport) {
    state.withLock { _ in events.pretrainingEpoch(trial, epoch) }
  }
}

extension SweepWork {
  private enum Next {
    case trial(Trial), wait, end
  }

  /// How long a worker looks away that has nothing to do while others are at work.
  private static let pause = 0.05

  /// A trial that nobody has taken and that may begin; the trials at work may bring others, and so
  /// may those that must not begin.
  private func next() -> Next {
    state.withLock { state in
      while true {
        let free = state.trials.filter { !state.taken.contains($0.recipeHash) }
        if let trial = choose(among: free, state) {
          state.taken.insert(trial.recipeHash)
          state.running.append(trial)
          return .trial(trial)
        }
        do {
          guard !free.isEmpty, try renew(&state) else {
            return state.running.isEmpty ? .end : .wait
          }
        } catch {
          fail(error, &state)
          return .end
        }
      }
    }
  }

  /// Rather one that does not have to wait for layers which another trains.
  private func choose(among free: [Trial], _ state: State) -> Trial? {
    let layers = Set(state.running.compactMap(\.pretrainingHash))
    let independent = free.first { trial in
      (trial.pretrainingHash.map { !layers.contains($0) } ?? true) && events.mayBegin(trial)
    }
    return independent ?? free.first(where: events.mayBegin)
  }

  /// Asks the plan again; answers whether it has brought trials that are to be done.
  private func renew(_ state: inout State) throws -> Bool {
    let known = Set(state.trials.map(\.recipeHash))
    state.trials = try state.records.trials(of: plan)
    let new = state.trials.filter { !known.contains($0.recipeHash) }
    let done = new.filter { folder.isDone($0, withModel: keepsModels) }.map(\.recipeHash)
    state.taken.formUnion(done)
    state.doneCount += done.count
    let pending = new.filter { !done.contains($0.recipeHash) }
    try data.expect(pending)
    return !pending.isEmpty
  }

  /// Remembers the first failure, which ends the work of all.
  private func fail(_ error: any Error, _ state: inout State) {
    if state.failure == nil { state.failure = error }
    hasFailed.store(true, ordering: .relaxed)
  }

  private func perform(_ trial: Trial, _ train: (Trial) throws -> TrialRecord?) {
    let result = Result { try train(trial) }
    state.withLock { state in
      state.running.removeAll { $0 == trial }
      do {
        let record = try result.get()
        if record != nil || folder.isDone(trial, withModel: keepsModels) {
          try finish(record, &state)
        }
      } catch {
        fail(error, &state)
      }
    }
    data.finish(trial)
  }

  /// Looks which trials a finished one brings, and reports its record; that of another process, nil,
  /// is no news of ours.
  private func finish(_ record: TrialRecord?, _ state: inout State) throws {
    state.doneCount += 1
    // What has come of a trial is heard, whatever is wrong with those that follow from it.
    let renewal = Result { try renew(&state) }
    if let record { events.finished(record, state.trials, state.doneCount) }
    _ = try renewal.get()
  }
}
