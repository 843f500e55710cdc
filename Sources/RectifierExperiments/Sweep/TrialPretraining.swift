// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierTraining

/// The pre-training of a trial, in a folder of the sweep's that other trials with the same
/// pre-training find: it is done once.
///
/// The folder is that of a run of `pretrain`. Nothing depends on whether it was there: it can be
/// removed at any time, and is made again where it is needed.
struct TrialPretraining {
  let configuration: PretrainConfiguration
  /// Of the autoencoders.
  let path: String
  let environment: [String: String]

  /// - Returns: Nil for a trial without pre-training.
  init?(of trial: Trial, in folder: SweepFolder, environment: [String: String]) {
    guard var configuration = trial.pretraining, let hash = trial.pretrainingHash else {
      return nil
    }
    configuration.training.threadCount = 1
    self.configuration = configuration
    self.environment = environment
    path = PathName.join(folder.path, ".\(hash).pretraining")
  }

  /// Trains the autoencoders to the end, from wherever they are, or waits until another trial has.
  ///
  /// - Returns: What each layer has reached; nil after a stop, with a checkpoint written.
  /// - Throws: What is wrong with the data, the errors of writing, and `PretrainingError` where an
  ///   autoencoder diverges.
  func run(
    epoch: (PretrainingReport) -> Void, shouldStop: () -> Bool
  ) throws -> TrialRecord.Pretraining? {
    guard let session = try session(shouldStop: shouldStop) else { return nil }
    return try withoutActuallyEscaping(epoch) { epoch in
      try withoutActuallyEscaping(shouldStop) { shouldStop in
        guard try session.run(PretrainEvents(epoch: epoch, shouldStop: shouldStop)) else {
          return nil
        }
        return TrialRecord.Pretraining(
          data: session.record.contents, layers: session.record.layers,
          secondsPerEpoch: try session.secondsPerEpoch())
      }
    }
  }

  /// How long a trial that waits for another's pre-training looks away.
  private static let pause = 0.1

  private func session(shouldStop: () -> Bool) throws -> PretrainSession? {
    while !shouldStop() {
      do {
        guard FileKind.of(PathName.join(path, "run.json")) == nil else {
          return try PretrainSession.resume(
            path, threadCount: 1, dataDirectory: configuration.training.dataDirectory,
            environment: environment)
        }
        return try PretrainSession.start(configuration, out: path, environment: environment)
      } catch RunFolderError.inUse {
        Thread.sleep(forTimeInterval: Self.pause)
      } catch RunFolderError.occupied(_, isRun: true, _) {
        // Another trial has begun it between the two looks.
      }
    }
    return nil
  }
}
