// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// Makes the targets of an autoencoder from what it is to give back.
///
/// The decision on numbers below 0: a decoder that cannot reach them is refused, with the linear one
/// named as the way out. They are not shifted or rescaled silently, since that would change which
/// inputs count as zero.
struct ReconstructionTargets {
  private let reconstruction: Reconstruction
  /// Of the layer below; nil for the data's own features.
  private let activation: Activation?
  /// What codes are divided by, for the logistic decoder.
  private let largest: Float

  /// The targets of one layer, in all parts of the data.
  ///
  /// - Parameter training: The values of the training part, `[rows × inputs]`.
  /// - Throws: `PretrainingError.signedCodes`.
  init(
    _ reconstruction: Reconstruction, activation: Activation?, layer: Int, training: Matrix
  ) throws(PretrainingError) {
    self.reconstruction = reconstruction
    self.activation = activation
    let isScaled = reconstruction == .logistic && activation != nil && activation != .tanh
    largest = isScaled ? training.largestMagnitude : 1
    if let activation, !reconstruction.reaches(outputsOf: activation) {
      throw .signedCodes(layer: layer, activation: activation, reconstruction: reconstruction)
    }
  }

  /// The targets for values of some data: features, codes, or pre-activations where these are asked
  /// for.
  ///
  /// - Parameter name: What messages call the data.
  /// - Throws: `PretrainingError.inputNotReachable`, in the first layer.
  func targets(for values: Matrix, name: String) throws(PretrainingError) -> Matrix {
    guard let activation else {
      try reconstruction.check(values.firstElement(outside: reconstruction.inputs), data: name)
      return values
    }
    switch reconstruction {
    case .linearPreActivation: return values
    case .logistic where activation == .tanh: return values.mapped { ($0 + 1) * 0.5 }
    case .logistic:
      let divisor = largest > 0 ? largest : 1
      return values.mapped { min(abs($0) / divisor, 1) }
    case .softplus, .linear, .rectifier:
      return activation.hasNegativeOutputs ? values : values.mapped { abs($0) }
    }
  }
}

extension Reconstruction {
  /// The finite inputs that a first decoder can give back.
  var inputs: ClosedRange<Float> {
    let largest = Float.greatestFiniteMagnitude
    return switch self {
    case .linear, .linearPreActivation: -largest...largest
    case .logistic: 0...1
    case .softplus, .rectifier: 0...largest
    }
  }

  /// Refuses an input that is not among them.
  func check(
    _ fault: (row: Int, column: Int, value: Float)?, data: String
  ) throws(PretrainingError) {
    guard let fault else { return }
    throw .inputNotReachable(
      data: data, row: fault.row, column: fault.column, found: fault.value, reconstruction: self)
  }
}

extension Matrix {
  /// The largest magnitude of all elements; 0 without any.
  fileprivate var largestMagnitude: Float {
    withUnsafePointer { values in
      (0..<rowCount * stride).reduce(0) { max($0, abs(values[$1])) }
    }
  }

  /// A matrix of a function of each element; padding stays zero.
  fileprivate func mapped(_ function: (Float) -> Float) -> Matrix {
    var result = self
    let (rowCount, columnCount, stride) = (rowCount, columnCount, stride)
    result.withUnsafeMutablePointer { values in
      for row in 0..<rowCount {
        for k in row * stride..<row * stride + columnCount { values[k] = function(values[k]) }
      }
    }
    return result
  }
}
