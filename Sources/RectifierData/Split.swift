// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Divides the rows of a data set into some to learn from and some to validate on.
public enum Split {
  /// Takes validation rows away from a data set; rows keep their order on both sides.
  ///
  /// A random draw takes from each class in proportion to its rows. What rounding leaves goes to
  /// the classes with the largest remainders, to the lower class where they tie. Without classes
  /// every row is as likely as any other.
  ///
  /// - Parameters:
  ///   - dataset: The rows to divide.
  ///   - validationCount: How many validate.
  ///   - draw: Which ones.
  ///   - seed: Decides a random draw, through its stream "validation".
  /// - Throws: ``SplitError`` where either side would be empty.
  public static func split(
    _ dataset: Dataset, validationCount: Int, draw: ValidationDraw, seed: Seed
  ) throws(SplitError) -> (training: Dataset, validation: Dataset) {
    let rows = try divide(
      RowGroups(dataset), validationCount: validationCount, draw: draw, seed: seed)
    return (
      dataset.subset(rows: rows.training, name: "\(dataset.name) (training rows)"),
      dataset.subset(rows: rows.validation, name: "\(dataset.name) (validation rows)")
    )
  }

  /// The rows of both sides of such a split, ascending.
  public static func divide(
    _ groups: RowGroups, validationCount: Int, draw: ValidationDraw, seed: Seed
  ) throws(SplitError) -> (training: [Int32], validation: [Int32]) {
    let rowCount = groups.rowCount
    if validationCount < 1 {
      throw .noValidationRows(
        name: groups.name, validationCount: validationCount, rowCount: rowCount)
    }
    if validationCount >= rowCount {
      throw .noTrainingRows(
        name: groups.name, validationCount: validationCount, rowCount: rowCount)
    }
    let isValidation =
      switch draw {
      case .last: (0..<rowCount).map { $0 >= rowCount - validationCount }
      case .random: drawn(groups, validationCount: validationCount, seed: seed)
      }
    return divided(isValidation)
  }

  /// The rows of which something is not true, and those of which it is.
  static func divided(_ isHeld: [Bool]) -> (training: [Int32], validation: [Int32]) {
    let rows = 0..<Int32(isHeld.count)
    return (rows.filter { !isHeld[Int($0)] }, rows.filter { isHeld[Int($0)] })
  }

  /// How many rows each class contributes; they add up to `total`.
  ///
  /// - Precondition: `0 ≤ total ≤` the sum of the counts.
  static func quotas(classCounts: [Int], total: Int) -> [Int] {
    let rowCount = classCounts.reduce(0, +)
    // Products of two 32-bit row counts: exact in 64 bits.
    var quotas = classCounts.map { $0 * total / rowCount }
    let remainders = classCounts.map { $0 * total % rowCount }
    let order = classCounts.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    for index in order.prefix(total - quotas.reduce(0, +)) { quotas[index] += 1 }
    return quotas
  }

  private static func drawn(_ all: RowGroups, validationCount: Int, seed: Seed) -> [Bool] {
    let quotas = quotas(classCounts: all.groups.map(\.count), total: validationCount)
    var stream = seed.stream("validation")
    var isDrawn = [Bool](repeating: false, count: all.rowCount)
    for (group, quota) in zip(all.groups, quotas) {
      var rows = group
      for index in 0..<quota {
        rows.swapAt(index, index + stream.integer(below: rows.count - index))
        isDrawn[rows[index]] = true
      }
    }
    return isDrawn
  }
}
