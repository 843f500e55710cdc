// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What can be wrong with the number of validation rows.
public enum SplitError: Error, Equatable, Sendable {
  /// Not a single row would decide between epochs.
  case noValidationRows(name: String, validationCount: Int, rowCount: Int)
  /// Not a single row would be left to learn from.
  case noTrainingRows(name: String, validationCount: Int, rowCount: Int)
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
    }
  }
}
