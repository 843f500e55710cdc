// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

@testable import RectifierAnalysis
@testable import RectifierCLI

@Suite struct LinearityTextTests {
  private let patterns = ActivationPatterns(counts: [1, 1, 2, 16])

  @Test func layersAndDistances() {
    let linearity = Linearity(
      layers: [patterns], joint: ActivationPatterns(counts: Array(repeating: 1, count: 20)),
      pieceSampleCount: 16, kinkDistance: Estimate(0.0125, interval95: 0.01...0.015),
      relativeKinkDistance: Estimate(0.001), largestMapDifference: 2.5e-7)
    let rows = LinearityText.column(linearity)
    #expect(rows.count == 7)
    #expect(rows[0] == AnalysisRow("hidden.0 patterns", "4"))
    #expect(rows[1] == AnalysisRow("patterns together", "20"))
    #expect(rows[2].cell.hasPrefix("5.0 % ("))
    #expect(rows[4] == AnalysisRow("nearest kink", "0.0125 (0.01 … 0.015)"))
    #expect(rows[5] == AnalysisRow("the same of the input's norm", "0.001"))
    #expect(rows[6] == AnalysisRow("A x + c off by, of the largest output", "2.5e-07"))
  }

  @Test func whatHasNoKink() {
    let linearity = Linearity(
      layers: [], joint: ActivationPatterns(counts: [20]), pieceSampleCount: 16, kinkDistance: nil,
      relativeKinkDistance: nil, largestMapDifference: 0)
    #expect(LinearityText.column(linearity).contains(AnalysisRow("nearest kink", "none")))
  }
}
