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
    let lines = GradientFlowText.lines(flow)
    #expect(lines.count == 6 && lines[0] == "norm of the gradient, 2 560 samples")
    #expect(lines[2].hasPrefix("hidden.0   "))
    #expect(lines[2].contains("1.23e-07 (1.1e-07 … 1.3e-07)   0.5 (0.25 … 0.75)"))
    #expect(lines[2].hasSuffix("0.125   49.8 % (49.1 … 50.5 %)"))
    #expect(lines[3].hasPrefix("output ") && lines[3].contains(" 0.9 "))
    #expect(lines[4] == "open paths  2e-06 (1e-06 … 3e-06) of all")
    #expect(lines[5] == "first/last  1.37e-07")
    let plain = GradientFlow(
      sampleCount: 1, layers: Array(flow.layers.suffix(1)), openPathFraction: nil)
    #expect(GradientFlowText.lines(plain).last == "first/last  1")
    #expect(!GradientFlowText.lines(plain).contains { $0.hasPrefix("open paths") })
  }
}
