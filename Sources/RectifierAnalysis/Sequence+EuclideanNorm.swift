// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Sequence<Float> {
  /// √Σ x², summed in `Double` in order.
  var euclideanNorm: Double {
    reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
  }
}
