// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier
import Workloads

/// Work that is ready to be timed.
enum PreparedWork {
  case training(TrainingWork)
  case inference(InferenceWork)

  /// - Parameter batches: Those that predictions are made of; not asked for where there are none.
  /// - Throws: `RequestError.trainingPrecision`, `TrainingError`.
  init(
    _ setting: TimeRequest.Setting, of subject: Subject, batches: @autoclosure () -> [Batch]
  ) throws {
    switch setting.work {
    case .training:
      guard setting.precision == .float32 else { throw RequestError.trainingPrecision }
      self = .training(
        try TrainingWork(
          subject, batchSize: setting.batchSize, execution: setting.execution))
    case .inference:
      self = .inference(
        InferenceWork(
          subject, batches: batches(), precision: setting.precision,
          execution: setting.execution))
    }
    for _ in 0..<Self.warmUpCount { _ = try call() }
  }

  /// Works on one batch.
  ///
  /// - Returns: Whether the call's time counts.
  func call() throws -> Bool {
    switch self {
    case .training(let work):
      return try work.call()
    case .inference(let work):
      work.call()
      return true
    }
  }

  /// Calls that bring weights, buffers and threads to where later ones find them.
  private static let warmUpCount = 5
}
