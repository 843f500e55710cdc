// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What came of the networks of one kind.
package struct ReviewOutcome: Equatable, Sendable {
  package let trials: ReviewTrials
  /// Of the winner's, in their order; nil for one that is not done or diverged.
  package let networks: [TrialRecord?]
  /// Of all that are known yet, those that choose rates too.
  package let doneCount: Int
  package let divergedCount: Int

  package init(_ trials: ReviewTrials, given record: (Trial) -> TrialRecord?) {
    let records = trials.all.compactMap(record)
    self.trials = trials
    networks = trials.final.map { record($0).flatMap { $0.results == nil ? nil : $0 } }
    doneCount = records.count
    divergedCount = records.count { $0.divergence != nil }
  }

  /// Whether all are done: there is a winner, and each of its networks is; or all that were to choose one
  /// diverged.
  package var isComplete: Bool { doneCount == trials.all.count && !isOpen }

  /// Whether more networks follow from those that choose rates.
  package var isOpen: Bool { trials.final.isEmpty && doneCount < trials.selection.count }

  /// Whether no network was left to go on with.
  package var hasDiverged: Bool { isComplete && trials.final.isEmpty }

  /// The rate that was chosen; nil until it is.
  package var learningRate: Float? { trials.final.first?.configuration.learningRate }

  /// That of pre-training; nil until it is chosen, and without.
  package var pretrainingRate: Float? { trials.final.first?.pretraining?.training.learningRate }

  /// `12 done`, or how many are missing.
  package var progress: String {
    let known = trials.all.count
    let diverged = divergedCount > 0 ? ", \(divergedCount) diverged" : ""
    return (isComplete ? "\(known)" : "\(doneCount) of at least \(known)") + diverged
  }
}
