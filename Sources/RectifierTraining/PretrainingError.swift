// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks

/// Why layers cannot be pre-trained, or pre-trained layers not be used.
public enum PretrainingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There are not as many options as hidden layers, or no layers at all.
  case layerCountDiffers(options: Int, hiddenLayers: Int)
  /// The decoder of the first layer cannot give back an input.
  case inputNotReachable(
    data: String, row: Int, column: Int, found: Float, reconstruction: Reconstruction)
  /// The decoder of a layer cannot give back the codes of the one below, which are below 0 too.
  case signedCodes(layer: Int, activation: Activation, reconstruction: Reconstruction)
  /// A pre-trained layer is not the network's.
  case layersDiffer(layer: Int, expected: String, found: String)
  /// The data of a layer, codes of the one below, do not do for training.
  case data(layer: Int, DatasetError)
  /// The training of a layer's autoencoder cannot begin, or cannot go on.
  case training(layer: Int, TrainingError)

  /// One line: what was expected, what was found, what to try.
  public var description: String {
    switch self {
    case .layerCountDiffers(let options, let hiddenLayers):
      "pre-training: expected options for each hidden layer, and at least one layer, found \(options)"
        + " for \(hiddenLayers)"
    case .inputNotReachable(let data, let row, let column, let found, let reconstruction):
      "\(data): row \(row), column \(column): a \(reconstruction.name) decoder gives back inputs "
        + (reconstruction == .logistic ? "from 0 to 1" : "from 0 on")
        + ", found \(found); use the linear decoder for the first layer, or rescale the data"
    case .signedCodes(let layer, let activation, let reconstruction):
      "hidden.\(layer): a \(reconstruction.name) decoder cannot give back what \(activation.name)"
        + " units put out, which is below 0 too; use the linear decoder"
        + (activation == .tanh ? ", or the logistic one" : "")
    case .layersDiffer(let layer, let expected, let found):
      "pre-trained layers: expected hidden.\(layer) to be \(expected), found \(found); give the"
        + " widths, activations and sign mask of the pre-training"
    case .data(let layer, let error): "hidden.\(layer): \(error.description)"
    case .training(let layer, let error): "hidden.\(layer): \(error.description)"
    }
  }
}
