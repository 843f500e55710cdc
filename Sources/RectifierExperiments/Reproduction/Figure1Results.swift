// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The curves of figure 1.
package struct Figure1Results: Equatable, Sendable {
  /// A rate of the neuron beside the one that the paper draws.
  package struct Rate: Equatable, Sendable {
    /// nA.
    package let current: Double
    /// Hz.
    package let rate: Double
    /// Hz.
    package let published: Double
  }

  package let recipe: Figure1Recipe

  package init(_ recipe: Figure1Recipe = Figure1Recipe()) {
    self.recipe = recipe
  }

  /// At the currents that were read off the paper's drawing.
  package var rates: [Rate] {
    Self.published.map {
      Rate(current: $0.current, rate: recipe.neuron.rate(at: $0.current), published: $0.rate)
    }
  }

  /// Hz against nA.
  var neuronCurve: [(x: Double, y: Double)] {
    // A point at the threshold itself, or the drawing would begin to rise before it.
    (recipe.currents.steps(recipe.stepCount) + [recipe.neuron.thresholdNanoamperes]).sorted().map {
      (x: $0, y: recipe.neuron.rate(at: $0))
    }
  }

  package var activations: ActivationCurves {
    ActivationCurves(
      activations: [.tanh, .logistic], inputs: recipe.inputs, stepCount: recipe.stepCount)
  }

  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    let neuron = recipe.neuron
    return [
      "refractoryMilliseconds": JSONValue(neuron.refractoryMilliseconds),
      "leakMilliseconds": JSONValue(neuron.leakMilliseconds),
      "excursionNanoamperes": JSONValue(neuron.excursionNanoamperes),
      "thresholdNanoamperes": JSONValue(neuron.thresholdNanoamperes),
      "rates": .array(
        rates.map {
          [
            "current": JSONValue($0.current), "rate": JSONValue($0.rate),
            "publishedRate": JSONValue($0.published),
          ]
        }),
      "activations": activations.json,
    ]
  }
}
