// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Synchronization

/// The trials that are left, which workers take one after another, and what has come of them.
final class SweepWork: Sendable {
  let data: SharedTrainingData
  private let pending: [Trial]
  private let events: Sweep.Events
  private let state: Mutex<State>
  private let hasFailed = Atomic(false)

  private struct State {
    var next = 0
    var doneCount: Int
    var failure: (any Error)?
  }

  init(_ pending: [Trial], doneCount: Int, events: Sweep.Events, data: SharedTrainingData) {
    self.pending = pending
    self.events = events
    self.data = data
    state = Mutex(State(doneCount: doneCount))
  }

  /// The error that ended the sweep; of several the first.
  var failure: (any Error)? { state.withLock(\.failure) }

  /// Whether whoever runs the sweep wants it to end, or another worker has failed.
  var shouldStop: Bool { hasFailed.load(ordering: .relaxed) || events.shouldStop() }

  /// Takes trials until none is left, or somebody wants an end.
  func perform(_ train: (Trial) throws -> Void) {
    while !shouldStop, let trial = next() {
      do {
        try train(trial)
      } catch {
        state.withLock { state in
          if state.failure == nil { state.failure = error }
        }
        hasFailed.store(true, ordering: .relaxed)
      }
    }
  }

  func report(_ trial: Trial, _ epoch: EpochReport) {
    state.withLock { _ in events.epoch(trial, epoch) }
  }

  func report(_ record: TrialRecord) {
    state.withLock { state in
      state.doneCount += 1
      events.finished(record, state.doneCount)
    }
  }

  private func next() -> Trial? {
    state.withLock { state in
      guard state.next < pending.count else { return nil }
      defer { state.next += 1 }
      return pending[state.next]
    }
  }
}
