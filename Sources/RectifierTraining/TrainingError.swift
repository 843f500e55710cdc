// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// Why a run cannot begin, or cannot go on.
public enum TrainingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// An option is out of its range.
  case invalidOption(name: String, expected: String, found: String)
  /// A batch would need more rows than there are.
  case batchTooLarge(batchSize: Int, rowCount: Int)
  /// The data do not do for training.
  case data(DatasetError)
  /// The data do not fit the network.
  case model(ModelError)
  /// The data are not those that the checkpoint was made with.
  case otherData(name: String, expected: String, found: String)
  /// The loss or a parameter is no longer a finite number.
  case diverged(epoch: Int, step: Int, layer: String)

  /// One line for people.
  public var description: String {
    switch self {
    case .invalidOption(let name, let expected, let found):
      "training: expected \(expected) for \(name), found \(found)"
    case .batchTooLarge(let batchSize, let rowCount):
      "training: expected a batch of at most the \(rowCount) training rows, found \(batchSize);"
        + " try a smaller batch size"
    case .data(let error): error.description
    case .model(let error): error.description
    case .otherData(let name, let expected, let found):
      "resuming: expected the data of the checkpoint (\(expected)), found \(found) in \(name);"
        + " restore the data, or begin a new run"
    case .diverged(let epoch, let step, let layer):
      "training: diverged in epoch \(epoch), step \(step): the first value that is not finite is in"
        + " layer \(layer); try a smaller learning rate"
    }
  }
}
