// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

@testable import RectifierAnalysis
@testable import RectifierCLI

@Suite struct GradientFlowTextTests {
  @Test func aTableOfLayers() {
    let flow = GradientFlow(
      sampleCount: 2560,
      layers: [
        GradientFlow.Layer(
          name: "hidden.0",
          preActivationGradientNorm: Estimate(1.234e-7, interval95: 1.1e-7...1.3e-7),
          weightGradientNorm: Estimate(0.5, interval95: 0.25...0.75), meanWeightGradientNorm: 0.125,
          openFraction: Estimate(0.498, interval95: 0.491...0.505),
          nonZeroSlopeFraction: Estimate(0.5)),
        GradientFlow.Layer(
          name: "output", preActivationGradientNorm: Estimate(0.9),
          weightGradientNorm: Estimate(12),
          meanWeightGradientNorm: 3, openFraction: nil, nonZeroSlopeFraction: nil),
      ], openPathFraction: Estimate(2e-6, interval95: 1e-6...3e-6))
    let rows = GradientFlowText.column(flow)
    #expect(rows.count == 7)
    #expect(
      rows[0]
        == AnalysisRow("hidden.0 by pre-activations", "1.23e-07 (1.1e-07 … 1.3e-07)"))
    #expect(rows[1] == AnalysisRow("hidden.0 by weights", "0.5 (0.25 … 0.75)"))
    #expect(rows[2] == AnalysisRow("hidden.0 open units", "49.8 % (49.1 … 50.5)"))
    #expect(rows[3] == AnalysisRow("output by pre-activations", "0.9"))
    #expect(rows[5] == AnalysisRow("open paths", "2e-06 (1e-06 … 3e-06)"))
    #expect(rows[6] == AnalysisRow("first layer / output", "1.37e-07"))
    let plain = GradientFlow(
      sampleCount: 1, layers: Array(flow.layers.suffix(1)), openPathFraction: nil)
    #expect(GradientFlowText.column(plain).map(\.name).last == "first layer / output")
    #expect(GradientFlowText.column(plain).count == 3)
  }
}
