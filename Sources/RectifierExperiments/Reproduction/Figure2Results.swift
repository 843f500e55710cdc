// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierNumerics

/// What an input sets off in the small network of figure 2, and the curves beside it.
package struct Figure2Results: Equatable, Sendable {
  package let recipe: Figure2Recipe
  /// The values of all units: the input, the hidden layers, the output before softmax.
  package let layers: [[Float]]

  package init(_ recipe: Figure2Recipe = Figure2Recipe()) throws(ArchitectureError) {
    self.recipe = recipe
    let network = try recipe.network
    let pass = ForwardPass(
      architecture: network.architecture, rowCapacity: 1, keepsSlopes: false)
    let input = Matrix(rows: [recipe.input])
    input.withUnsafePointer {
      pass.run(network, source: .rows($0), rowCount: 1, execution: .default)
    }
    let outputs = zip(pass.outputs, network.architecture.widths.dropFirst()).map { values, width in
      Array(UnsafeBufferPointer(start: values.pointer, count: width))
    }
    layers = [recipe.input] + outputs
  }

  /// From the input on.
  static func name(ofLayer layer: Int, of count: Int) -> String {
    layer == 0 ? "input" : layer == count - 1 ? "output" : "hidden \(layer)"
  }

  /// Each layer's name and the values of its units.
  package var namedLayers: [(name: String, values: [Float])] {
    layers.enumerated().map {
      (name: Self.name(ofLayer: $0.offset, of: layers.count), values: $0.element)
    }
  }

  /// Units of each hidden layer that are not 0.
  package var activeCounts: [Int] {
    layers.dropFirst().dropLast().map { $0.count { $0 != 0 } }
  }

  /// Paths from input to output, and those of them on which no unit is 0.
  package var pathCounts: (all: Int, active: Int) {
    (
      all: layers.reduce(1) { $0 * $1.count },
      active: layers.reduce(1) { $0 * $1.count { $0 != 0 } }
    )
  }

  package var activations: ActivationCurves {
    ActivationCurves(
      activations: [.rectifier, .softplus(sharpness: 1)], inputs: recipe.inputs,
      stepCount: recipe.stepCount)
  }

  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    [
      "seed": JSONValue(Int(recipe.seed.value)),
      "layers": .array(
        namedLayers.map { ["name": .string($0.name), "values": JSONValue($0.values)] }),
      "pathCount": JSONValue(pathCounts.all),
      "activePathCount": JSONValue(pathCounts.active),
      "activations": activations.json,
    ]
  }
}
