// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics
import RectifierTraining

/// What came of a trial, kept as one file whose name is the recipe's hash.
///
/// Two runs of a trial, on whatever machines, leave the same text but for the members `timing` and
/// `host`.
package struct TrialRecord: Equatable, Sendable {
  package let trial: Trial
  /// What was found in the data, by what it was used for.
  package var data: [SourceRecord.Role: SourceRecord.Content]
  /// What came of the pre-training; nil for a trial without, and where an autoencoder diverged.
  package var pretraining: Pretraining?
  /// Measured with the model of the best epoch; nil where training diverged.
  package var results: TrainingResults?
  /// What the trial's observation saw, member by member; of a training that diverged what it saw
  /// until then. Nil for a trial without.
  package var observed: JSONObject?
  /// Where and when training diverged; nil where it did not.
  package var divergence: String?
  /// Of each epoch, 0…1; nil without classes.
  package var validationErrorRates: [Double?]
  /// Of each epoch, what epochs compare by; none where that is the error rate.
  package var validationScores: [Double]
  package var startedAt: String
  package var finishedAt: String
  package var host: Host

  /// A trial before it has come to anything.
  init(
    trial: Trial, data: [SourceRecord.Role: SourceRecord.Content], startedAt: String, host: Host
  ) {
    self.trial = trial
    self.data = data
    validationErrorRates = []
    validationScores = []
    self.startedAt = startedAt
    finishedAt = startedAt
    self.host = host
  }

  /// The layers before fine-tuning.
  package struct Pretraining: Equatable, Sendable {
    /// What was found in the data, by what it was used for.
    package var data: [SourceRecord.Role: SourceRecord.Content]
    /// From the first on, each with its best epoch.
    package var layers: [PretrainedLayerResult]
    /// Training steps only, for each epoch of each layer in turn; nil for one that two processes
    /// shared.
    package var secondsPerEpoch: [Double?]
  }

  /// The machine and the program.
  package struct Host: Equatable, Sendable {
    package var instructionSet: InstructionSet
    package var processorCount: Int
    /// The version of this package.
    package var version: String
  }

  /// The mean over all hidden units and samples of the part, 0…1; nil without hidden layers and
  /// where training diverged.
  package var zeroFraction: Double? {
    results.flatMap {
      ZeroFraction.mean($0.zeroFraction, widths: trial.configuration.hiddenWidths)
    }
  }

  /// Units of all hidden layers that were active for no sample of the part; nil where training
  /// diverged.
  package var deadUnitCount: Int? { results?.deadUnitCount.reduce(0, +) }
}

/// A file is not the record of its trial.
package struct TrialRecordError: Error, Equatable, Sendable, CustomStringConvertible {
  package let path: String
  package let reason: String

  package var description: String {
    "reading the record of a trial: \(PathName.quoted(path)): \(reason); remove the file to train"
      + " that network again"
  }
}
