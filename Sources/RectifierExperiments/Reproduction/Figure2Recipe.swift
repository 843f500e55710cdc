// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics

/// Figure 2 of the paper: the paths that an input activates in a small rectifier network, and the
/// rectifier beside softplus.
package struct Figure2Recipe: Equatable, Sendable {
  /// The paper's drawing, figure 2 (left).
  package var inputCount = 4
  /// The paper's drawing, figure 2 (left).
  package var hiddenWidths = [6, 6]
  /// The paper's drawing, figure 2 (left).
  package var outputCount = 4
  /// The paper's drawing, figure 2 (left), of a hidden layer.
  package var activeUnitCount = 2
  /// Our choice, the first whose network and input activate so many units in each hidden layer: the
  /// paper's is a drawing, ours a network as it is drawn before training.
  package var seed = Seed(2)
  /// Our choice.
  package var inputs: ClosedRange<Double> = -3...3
  /// Our choice: as many as a drawing can show.
  package var stepCount = 240

  package init() {}

  /// What each field is from.
  package static let sources: [String: RecipeSource] = [
    "inputCount": .paper("figure 2, left"),
    "hiddenWidths": .paper("figure 2, left"),
    "outputCount": .paper("figure 2, left"),
    "activeUnitCount": .paper("figure 2, left"),
    "seed": .ourChoice(deviations: [3]),
    "inputs": .ourChoice(deviations: [2]),
    "stepCount": .ourChoice(deviations: [2]),
  ]

  /// The network, whose weights are those before training.
  var network: Network {
    get throws(ArchitectureError) {
      Network(
        try Architecture(
          inputCount: inputCount, hiddenWidths: hiddenWidths,
          head: .softmax(classCount: outputCount)),
        seed: seed)
    }
  }

  /// The input, each value uniform in (0, 1].
  var input: [Float] {
    var stream = seed.stream("figure2.input")
    return (0..<inputCount).map { _ in 1 - stream.uniform() }
  }
}
