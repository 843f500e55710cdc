// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics

/// Which rows of a training source are for what.
struct RowDivision {
  /// Those that are learned from.
  let training: [Int32]
  /// Empty where other data validate.
  let validation: [Int32]
  /// Those of the fold that is kept apart; nil without folds.
  let fold: [Int32]?

  /// Takes the rows of a fold away first, then of what is left those that validate.
  ///
  /// - Parameters:
  ///   - name: What messages call the data.
  ///   - targets: One a row, of which only classes make a draw proportional.
  ///   - isValidated: Whether other data validate.
  /// - Throws: `SplitError` where any side would be empty.
  init(
    name: String, rowCount: Int, targets: Dataset.Targets, labels: [String],
    _ configuration: TrainConfiguration, isValidated: Bool
  ) throws(SplitError) {
    func groups(_ rows: [Int32]) -> RowGroups {
      RowGroups(
        name: name, rowCount: rows.count, targets: targets.subset(rows: rows), labels: labels)
    }
    let seed = Seed(configuration.seed)
    var kept = (0..<Int32(rowCount)).map { $0 }
    if let fold = configuration.fold {
      let parts = try Split.rows(of: fold, among: groups(kept), seed: seed)
      (kept, self.fold) = (parts.rest, parts.fold)
    } else {
      fold = nil
    }
    guard !isValidated else {
      (training, validation) = (kept, [])
      return
    }
    let choice = configuration.validation ?? TrainConfiguration.defaultValidation
    let parts = try Split.divide(
      groups(kept), validationCount: choice.count(of: kept.count) ?? 0,
      draw: configuration.validationDraw, seed: seed)
    training = parts.training.map { kept[Int($0)] }
    validation = parts.validation.map { kept[Int($0)] }
  }
}
