// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How the rates of a network are chosen: that of pre-training by the reconstruction error of the first
/// layer, then that of fine-tuning by what validates.
struct RateSelection {
  /// Those of fine-tuning; the first is tried with each of pre-training.
  let rates: [Float]
  /// Those of pre-training; nil for a network without.
  let pretrainingRates: [Float]?

  /// The trials by which rates are chosen, as far as they are known yet, and the one that wins.
  ///
  /// - Parameters:
  ///   - score: Of a record, the lower the better; nil for one that diverged.
  ///   - trial: Makes the trial of a rate and, where there is one, a rate of pre-training.
  /// - Returns: No winner until all are done, nor where all diverged.
  func trials(
    given record: (Trial) -> TrialRecord?, by score: (TrialRecord) -> Double?,
    trial: (_ rate: Float, _ pretrainingRate: Float?) throws -> Trial
  ) rethrows -> (known: [Trial], winner: Trial?) {
    var (known, pretrainingRate): ([Trial], Float?) = ([], nil)
    if let pretrainingRates {
      known = try pretrainingRates.map { try trial(rates[0], $0) }
      pretrainingRate =
        pretrainingRates.count == 1
        ? pretrainingRates[0]
        : known.best(given: record, by: { $0.pretraining?.inputError })?.pretraining?.training
          .learningRate
      if pretrainingRate == nil { return (known, nil) }
    }
    let candidates = try rates.map { try trial($0, pretrainingRate) }
    return (
      known + candidates.filter { !known.contains($0) },
      candidates.best(given: record, by: score)
    )
  }
}

extension TrialRecord.Pretraining {
  /// Of the first layer, the only one whose targets are the same for all rates.
  fileprivate var inputError: Double? { layers.first?.reconstructionError }
}
