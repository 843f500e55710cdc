// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import Testing

@testable import RectifierExperiments

@Suite struct Figure2ResultsTests {
  @Test func theSeedIsTheFirstWithThePapersActiveUnits() throws {
    let recipe = Figure2Recipe()
    let wanted = recipe.hiddenWidths.map { _ in recipe.activeUnitCount }
    for seed in 1...recipe.seed.value {
      var candidate = recipe
      candidate.seed = Seed(seed)
      let counts = try Figure2Results(candidate).activeCounts
      #expect((counts == wanted) == (seed == recipe.seed.value), "seed \(seed): \(counts)")
    }
  }

  @Test func theNetworkIsThePapers() throws {
    let results = try Figure2Results()
    #expect(results.layers.map(\.count) == [4, 6, 6, 4])
    #expect(results.activeCounts == [2, 2])
    #expect(results.pathCounts.all == 4 * 6 * 6 * 4)
    #expect(results.pathCounts.active == 4 * 2 * 2 * 4)
    #expect(results.namedLayers.map(\.name) == ["input", "hidden 1", "hidden 2", "output"])
  }

  /// What the figure is about: given which units are active, the output is linear in the input, and
  /// follows from the active paths alone.
  @Test func theActivePathsGiveTheOutput() throws {
    let results = try Figure2Results()
    let tensors = try results.recipe.network.tensors()
    var values = results.layers[0].map(Double.init)
    for (layer, name) in ["hidden.0", "hidden.1", "output"].enumerated() {
      let weights = try #require(tensors.first { $0.name == "\(name).weight" }?.values)
      let outputs = results.layers[layer + 1]
      values = outputs.indices.map { output in
        guard outputs[output] != 0 else { return 0 }
        return values.indices.reduce(0) { sum, input in
          guard results.layers[layer][input] != 0 else { return sum }
          return sum + values[input] * Double(weights[output * values.count + input])
        }
      }
    }
    for (found, expected) in zip(results.layers[3], values) {
      #expect(abs(Double(found) - expected) < 1e-5)
    }
  }

  @Test func theDrawingAndTheDocumentShowTheUnits() throws {
    let results = try Figure2Results()
    let svg = results.svg
    // 12 of 20 units are active, and one in the legend; 8 are silent.
    #expect(svg.ranges(of: "<circle class=\"m0\"").count == 12 + 1)
    #expect(svg.ranges(of: "<circle class=\"axis\" fill=\"none\"").count == 8 + 1)
    #expect(svg.contains(">softplus</text>"))
    let json = results.json
    #expect(json["layers"]?.arrayValue?.count == 4)
    #expect(json["activePathCount"] == 64 && json["pathCount"] == 576)
    let zero = json["activations"]?.arrayValue?.first { $0["input"] == .number(0) }
    #expect(zero?["rectifier"] == .number(0))
    #expect(abs((zero?["softplus"]?.doubleValue ?? 0) - 0.6931472) < 1e-6)
  }
}
