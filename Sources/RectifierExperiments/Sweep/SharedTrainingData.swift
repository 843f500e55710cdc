// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics
import Synchronization

/// The data of a sweep's trials: each read once, shared by the networks in training, and let go of
/// when no trial is left that needs it.
final class SharedTrainingData: Sendable {
  private let environment: [String: String]
  /// What the data held for those trials that are done already, by what they learned from.
  private let expected: [String: [SourceRecord.Role: SourceRecord.Content]]
  private let state: Mutex<State>

  private struct State {
    var loaded: [String: TrainingData] = [:]
    /// Trials that are still to be done, by the key of their data.
    var pendingCount: [String: Int] = [:]
  }

  init(done: [TrialRecord], environment: [String: String]) {
    self.environment = environment
    expected = Dictionary(done.map { ($0.trial.sampleKey, $0.data) }) { first, _ in first }
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
    let sources = try TrainingSources.resolve(trial.configuration, environment: environment)
    let data = try whole(of: trial, sources).sampled(trial.configuration)
    if let expected = expected[trial.sampleKey] {
      let records = sources.records.map {
        SourceRecord(
          role: $0.role, argument: $0.argument, path: $0.path, content: expected[$0.role])
      }
      _ = try data.record(into: records)
    }
    return data
  }

  /// What was read, before trials take a sample of their own.
  private func whole(of trial: Trial, _ sources: TrainingSources) throws -> TrainingData {
    let key = trial.dataKey
    return try state.withLock { state in
      if let data = state.loaded[key] { return data }
      var configuration = trial.configuration
      configuration.trainSampleCount = nil
      let data = try sources.load(
        configuration,
        execution: try Execution.requested(threadCount: nil, environment: environment))
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
