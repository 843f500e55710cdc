// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension [Trial] {
  /// The trial with the best score on the validation part, of equal ones the first; those that
  /// diverged lose.
  ///
  /// Nil until all have records, and where every one diverged.
  func best(given record: (Trial) -> TrialRecord?) -> Trial? {
    best(given: record) { $0.results?.validation.score }
  }

  /// The trial with the lowest number, of equal ones the first; those without a number lose.
  ///
  /// Nil until all have records, and where none has a number.
  func best(
    given record: (Trial) -> TrialRecord?, by number: (TrialRecord) -> Double?
  ) -> Trial? {
    let records = compactMap(record)
    guard records.count == count else { return nil }
    return records.compactMap { record in number(record).map { (trial: record.trial, number: $0) } }
      .min { $0.number < $1.number }?.trial
  }
}
