// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNetworks

/// What an optimizer keeps of every parameter between steps, in the parameters' own form; zeros at
/// first.
public struct OptimizerState: Equatable, Sendable {
  /// The velocity of momentum, the mean gradient of Adam; nil for plain descent.
  public package(set) var firstMoment: Parameters?
  /// The mean square of Adam, never negative; nil for the others.
  public package(set) var secondMoment: Parameters?

  /// The state before the first step.
  package init(of optimizer: Optimizer, architecture: Architecture) {
    let zeros = optimizer.momentCount > 0 ? Parameters(zerosFor: architecture) : nil
    firstMoment = zeros
    secondMoment = optimizer.momentCount > 1 ? zeros : nil
  }

  /// The first layer with a value that is not finite; nil where all are.
  var firstNonFiniteLayer: Int? {
    [firstMoment, secondMoment].compactMap { $0?.firstNonFiniteLayer }.min()
  }

  /// Calls `body` with the moments of a layer's weights and of its bias, to be changed in place.
  mutating func withLayer(
    _ layer: Int, _ body: (_ weights: rectifier_moments, _ bias: rectifier_moments) -> Void
  ) {
    // Each is made this value's own before the other is; both stay alive with this value.
    let first = firstMoment?.withMutableLayer(layer) { $0 }
    let second = secondMoment?.withMutableLayer(layer) { $0 }
    withExtendedLifetime((firstMoment, secondMoment)) {
      body(
        rectifier_moments(first: first?.weights, second: second?.weights),
        rectifier_moments(first: first?.bias, second: second?.bias))
    }
  }
}
