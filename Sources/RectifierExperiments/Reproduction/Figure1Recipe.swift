// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Figure 1 of the paper: how often a leaky integrate-and-fire neuron fires, and the tanh and the
/// logistic function.
package struct Figure1Recipe: Equatable, Sendable {
  /// The paper's formula, section 2.1; constants that give its drawing, since it states none.
  package var neuron = LeakyIntegrateAndFire(
    refractoryMilliseconds: 4, leakMilliseconds: 41.5, excursionNanoamperes: 0.2,
    thresholdNanoamperes: 0.125)
  /// The paper's axis, figure 1 (left), in nA.
  package var currents: ClosedRange<Double> = -1...10
  /// The paper's axis, figure 1 (right).
  package var inputs: ClosedRange<Double> = -3...3
  /// Our choice: as many as a drawing can show.
  package var stepCount = 240

  package init() {}

  /// What each field is from.
  package static let sources: [String: RecipeSource] = [
    "neuron": .ourChoice(deviations: [1]),
    "currents": .paper("figure 1, left"),
    "inputs": .paper("figure 1, right"),
    "stepCount": .ourChoice(deviations: [2]),
  ]
}
