// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles

/// A network trained once for each of several folds, each time without it, and tested on it.
///
/// Every fold is a trial of a sweep: the same options but for `fold`. Of the rows that are left some
/// validate, as in any run, so that the test rows decide nothing.
package enum CrossValidation {
  /// How many folds there may be.
  package static let foldCounts = 2...1000

  /// The trials of all folds.
  ///
  /// - Throws: `ConfigurationError` for a count that is not among ``foldCounts``, and where the options
  ///   name a test part of their own.
  package static func plan(
    _ configuration: TrainConfiguration, foldCount: Int
  ) throws(ConfigurationError) -> SweepPlan {
    guard foldCounts ~= foldCount else {
      throw .invalidValue(
        option: "--folds",
        expected: "a whole number from \(foldCounts.lowerBound) to \(foldCounts.upperBound)",
        found: "\(foldCount)")
    }
    let given = [("--test", configuration.test != nil), ("--fold", configuration.fold != nil)]
      .filter(\.1).map(\.0)
    guard given.isEmpty else {
      throw .conflict(
        options: given, reason: "each fold is the test part once; leave out")
    }
    let folds = (1...foldCount).map { Fold(number: $0, count: foldCount).text }
    return SweepPlan(
      base: configuration.deviations,
      variation: .grid([(key: "fold", values: folds.map { .string($0) })]))
  }
}
