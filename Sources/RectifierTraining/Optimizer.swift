// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How gradients change the parameters; each is fused with the backward pass.
public enum Optimizer: String, CaseIterable, Codable, Sendable {
  /// Stochastic gradient descent: w ← w − rate · gradient, one fused multiply-add a weight.
  case sgd
}
