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
    let rows = BoundsText.column(bounds)
    #expect(rows.count == 8)
    #expect(rows[0] == AnalysisRow("hidden.0 largest", "12.5"))
    #expect(rows[1] == AnalysisRow("hidden.0 norm", "7 (6 … 8)"))
    #expect(rows[3] == AnalysisRow("hidden.0 largest norm of a unit", "2.12"))
    #expect(rows[4] == AnalysisRow("output largest", "inf"))
  }
}
