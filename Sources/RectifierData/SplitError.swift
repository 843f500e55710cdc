// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What can be wrong with the number of validation rows, of those to learn from, or of folds.
public enum SplitError: Error, Equatable, Sendable {
  /// Not a single row would decide between epochs.
  case noValidationRows(name: String, validationCount: Int, rowCount: Int)
  /// Not a single row would be left to learn from.
  case noTrainingRows(name: String, validationCount: Int, rowCount: Int)
  /// A sample to learn from of no rows, or of more than there are.
  case sampleCountOutOfRange(name: String, sampleCount: Int, rowCount: Int)
  /// So few rows were drawn that they are of one class.
  case sampleOfOneClass(name: String, sampleCount: Int, label: String)
  /// Some folds would have no row.
  case tooManyFolds(name: String, foldCount: Int, rowCount: Int)
}

extension SplitError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .noValidationRows(let name, let validationCount, let rowCount):
      "splitting \(name): expected at least 1 validation row of \(rowCount), "
        + "found \(validationCount); ask for more with --validation N, or add rows"
    case .noTrainingRows(let name, let validationCount, let rowCount):
      "splitting \(name): expected fewer validation rows than the \(rowCount) rows there are, "
        + "found \(validationCount); ask for fewer"
    case .sampleCountOutOfRange(let name, let sampleCount, let rowCount):
      "sampling \(name): expected a number from 1 to the \(rowCount) rows there are to learn from, "
        + "found \(sampleCount)"
    case .sampleOfOneClass(let name, let sampleCount, let label):
      "sampling \(name): expected rows of at least 2 classes, found only '\(label)' among "
        + "\(sampleCount); try more"
    case .tooManyFolds(let name, let foldCount, let rowCount):
      "dividing \(name): expected at most as many folds as the \(rowCount) rows there are, "
        + "found \(foldCount); ask for fewer"
    }
  }
}
