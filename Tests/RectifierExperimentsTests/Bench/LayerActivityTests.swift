// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierNetworks
import RectifierNumerics
import Testing

@Suite struct LayerActivityTests {
  @Test func activeAndTouchedInputsAreCounted() throws {
    let architecture = try Architecture(
      inputCount: 4, hiddenWidths: [2], head: .identity(outputCount: 1))
    var network = Network(architecture, seed: Seed(1))
    // The first unit copies the first input, the second is silent.
    network.parameters.set(layer: 0, weights: [1, 0, 0, 0, 0, 0, 0, 0], biases: [0, -1])
    let data = try Dataset(
      name: "rows",
      features: .floats(
        Matrix(rows: [[1, 0, 0, 0], [0, 0, 0, 2], [0, 3, 0, 0], [0, 3, 0, 1], [9, 9, 9, 9]])),
      targets: .none)
    // Two batches of two; the fifth row is left over.
    let activity = LayerActivity.measure(
      network, on: data, batchSize: 2, execution: Execution(threadCount: 1))
    #expect(activity.activeFraction == [0.3125, 0.125])
    #expect(activity.touchedFraction == [0.5, 0.25])
    #expect(activity.zeroFraction == [0.875])
  }
}
