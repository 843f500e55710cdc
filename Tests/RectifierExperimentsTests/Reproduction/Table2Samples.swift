// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

@testable import RectifierExperiments

/// Records of table 2's networks that nobody has trained.
enum Table2Samples {
  /// Everything is done: validation and test part have the error that a rule gives, in stars, plus a
  /// hundredth for each fold; nil for a network that diverged.
  static func records(
    _ error: @escaping (Trial) -> Double?
  ) -> (Trial) -> TrialRecord? {
    { trial in
      let fold = Double(trial.configuration.fold?.number ?? 0)
      let found = error(trial)
      var record = try? Table1Samples.record(
        of: trial, validationErrorRate: found.map { _ in 0.4 }, testErrorRate: 0.4)
      record?.results?.measures = [:]
      if let found {
        record?.results?.measures[.rootMeanSquareError] = .init(found + fold / 100)
        record?.results?.validationMeasures[.rootMeanSquareError] = found
      }
      return record
    }
  }
}
