// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// One thing that a graph does to the rows on their way from the input to the output.
struct ONNXStep {
  /// What is done.
  enum Kind {
    /// x · W + b, or x · Wᵀ + b where the weights are stored with an output a row.
    case affine(weights: ONNXTensor, isTransposed: Bool, bias: ONNXTensor?)
    case add(ONNXTensor)
    case subtract(ONNXTensor)
    case multiply(ONNXTensor)
    case divide(ONNXTensor)
    case activation(Activation)
    case absolute
    case softmax
    /// p becomes 1 − p and p.
    case complement
    /// Each sample becomes one row; of so many columns, where that is said.
    case row(columnCount: Int?)
  }

  let kind: Kind
  /// What messages call it.
  let place: String
}
