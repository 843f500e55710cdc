// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics
import Synchronization

/// The data of a sweep's trials: each read once, shared by the networks in training, and let go of
/// when no trial is left that needs it.
final class SharedTrainingData: Sendable {
  private let environment: [String: String]
  /// What the data held for those trials that are done already.
  private let expected: [String: [SourceRecord.Role: SourceRecord.Content]]
  private let state: Mutex<State>

  private struct State {
    var loaded: [String: TrainingData] = [:]
    /// Trials that are still to be done, by the key of their data.
    var pendingCount: [String: Int] = [:]
  }

  init(done: [TrialRecord], environment: [String: String]) {
    self.environment = environment
    expected = Dictionary(done.map { ($0.trial.dataKey, $0.data) }) { first, _ in first }
    state = Mutex(State())
  }

  /// Notes that trials are still to be done.
  ///
  /// - Throws: What is wrong with their data, as far as that can be known without reading them.
  func expect(_ trials: [Trial]) throws {
    let added = state.withLock { state in
      trials.filter { trial in
        state.pendingCount[trial.dataKey, default: 0] += 1
        return state.pendingCount[trial.dataKey] == 1
      }
    }
    for trial in added {
      let sources = try TrainingSources.resolve(trial.configuration, environment: environment)
      for source in [sources.training, sources.validation, sources.test] {
        try source?.checkMemory()
      }
    }
  }

  /// The data of a trial, read by whoever asks first.
  ///
  /// - Throws: What is wrong with them; `TrainingDataError.changed` where trials that are done had
  ///   others.
  func data(of trial: Trial) throws -> TrainingData {
    let key = trial.dataKey
    return try state.withLock { state in
      if let data = state.loaded[key] { return data }
      let sources = try TrainingSources.resolve(trial.configuration, environment: environment)
      let data = try sources.load(
        trial.configuration,
        execution: try Execution.requested(threadCount: nil, environment: environment))
      if let expected = expected[key] {
        let records = sources.records.map {
          SourceRecord(
            role: $0.role, argument: $0.argument, path: $0.path, content: expected[$0.role])
        }
        _ = try data.record(into: records)
      }
      state.loaded[key] = data
      return data
    }
  }

  /// Notes that a trial needs its data no longer.
  func finish(_ trial: Trial) {
    let key = trial.dataKey
    state.withLock { state in
      let count = (state.pendingCount[key] ?? 1) - 1
      state.pendingCount[key] = count
      if count <= 0 { state.loaded[key] = nil }
    }
  }
}
