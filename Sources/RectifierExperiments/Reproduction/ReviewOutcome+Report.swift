// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension ReportEvidence {
  /// What a number stands on that follows from networks of several kinds.
  ///
  /// - Parameter result: The records of all networks.
  init(_ reproduction: Reproduction, _ outcomes: [ReviewOutcome], in result: SweepResult) {
    let records = zip(result.trials, result.records).reduce(into: [String: TrialRecord]()) {
      $0[$1.0.recipeHash] = $1.1
    }
    self.init(
      reproduction.command,
      records: outcomes.flatMap(\.trials.all).map { records[$0.recipeHash] })
    isOpen = outcomes.contains(where: \.isOpen)
  }
}

extension ReviewOutcome {
  /// That no network was left to choose; nil where one was.
  func divergence(of name: String) -> String? {
    guard hasDiverged else { return nil }
    return "\(name): all \(divergedCount) networks that were to choose rates diverged."
  }
}
