// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// Why a model does not fit data.
public enum ModelError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Samples have another number of features.
  case featureCountDiffers(data: String, expected: Int, found: Int)
  /// Images have another extent.
  case imageShapeDiffers(data: String, expected: ImageShape, found: ImageShape)
  /// Features are scaled in another way.
  case preprocessingDiffers(data: String, expected: Float, found: Float)
  /// There are more classes, or fewer.
  case classCountDiffers(data: String, expected: Int, found: Int)
  /// Targets are of another kind, or there are none.
  case targetsDiffer(data: String, expected: String)
  /// A target of a logistic head is not from 0 to 1.
  case targetOutOfRange(data: String, row: Int, column: Int, found: Float)
  /// An output of a hidden layer is infinite or no number.
  case codeNotFinite(data: String, layer: Int, row: Int, unit: Int)
  /// The data have classes that the model does not know, or none.
  case data(DatasetError)

  /// One line for people.
  public var description: String {
    switch self {
    case .featureCountDiffers(let data, let expected, let found):
      "\(data): the model expects \(expected) features a sample, found \(found)"
    case .imageShapeDiffers(let data, let expected, let found):
      "\(data): the model expects images of \(expected), found \(found)"
    case .preprocessingDiffers(let data, let expected, let found):
      "\(data): the model expects features to be divided by \(expected), found \(found)"
    case .classCountDiffers(let data, let expected, let found):
      "\(data): the model expects \(expected) classes, found \(found)"
    case .targetsDiffer(let data, let expected):
      "\(data): the model expects \(expected) as targets, found others"
    case .targetOutOfRange(let data, let row, let column, let found):
      "\(data): row \(row), target column \(column): the model's logistic outputs expect targets"
        + " from 0 to 1, found \(found); scale the targets"
    case .codeNotFinite(let data, let layer, let row, let unit):
      "\(data): row \(row): expected finite outputs of hidden layer \(layer), found another at unit"
        + " \(unit); the features or the weights are too large"
    case .data(let error): error.description
    }
  }
}
