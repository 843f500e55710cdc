// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Split {
  /// Takes a fold away from the rows of a data set: what is left to learn from, and the fold.
  ///
  /// The rows of each class are put into a random order, and all of them, one class after another, are
  /// dealt out to the folds in turn: folds differ by at most one row, in each class too. Rows keep
  /// their order on both sides.
  ///
  /// - Parameters:
  ///   - fold: Which one, of how many.
  ///   - groups: The rows, class by class.
  ///   - seed: Decides the order, through its stream "folds".
  /// - Throws: ``SplitError/tooManyFolds(name:foldCount:rowCount:)``.
  public static func rows(
    of fold: Fold, among groups: RowGroups, seed: Seed
  ) throws(SplitError) -> (rest: [Int32], fold: [Int32]) {
    if fold.count > groups.rowCount {
      throw .tooManyFolds(name: groups.name, foldCount: fold.count, rowCount: groups.rowCount)
    }
    var stream = seed.stream("folds")
    var isHeld = [Bool](repeating: false, count: groups.rowCount)
    var dealt = 0
    for group in groups.groups {
      var rows = group
      stream.shuffle(&rows)
      for row in rows {
        isHeld[row] = dealt % fold.count == fold.number - 1
        dealt += 1
      }
    }
    let rows = divided(isHeld)
    return (rows.training, rows.validation)
  }
}
