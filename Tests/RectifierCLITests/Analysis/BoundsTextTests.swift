// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

@testable import RectifierAnalysis
@testable import RectifierCLI

@Suite struct BoundsTextTests {
  @Test func aTableOfLayers() {
    let bounds = Bounds(
      sampleCount: 10_000,
      layers: [
        Bounds.Layer(
          name: "hidden.0", largestActivation: 12.5, rootMeanSquareActivation: 0.25,
          activationNorm: Estimate(7, interval95: 6...8), weightNorm: 30, largestRowNorm: 2.125,
          largestWeight: 0.5, largestBias: 0.0625),
        Bounds.Layer(
          name: "output", largestActivation: .infinity, rootMeanSquareActivation: .infinity,
          activationNorm: Estimate(.infinity), weightNorm: 1, largestRowNorm: 1, largestWeight: 1,
          largestBias: 0),
      ])
    let lines = BoundsText.lines(bounds)
    #expect(lines.count == 4 && lines[0] == "activations and weights, 10 000 samples")
    #expect(
      lines[2].split(separator: " ").joined(separator: " ")
        == "hidden.0 12.5 0.25 7 (6 … 8) 30 2.12 0.5 0.0625")
    #expect(
      lines[3].split(separator: " ").joined(separator: " ") == "output inf inf inf 1 1 1 0")
  }
}
