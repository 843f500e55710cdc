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
    let lines = LinearityText.lines(linearity)
    #expect(lines.count == 6 && lines[0] == "linear pieces, 20 samples")
    #expect(lines[2].split(separator: " ").prefix(2) == ["hidden.0", "4"])
    #expect(lines[2].contains("80.0 % (58.4 … 91.9 %)   ") && lines[2].contains("10.0 % ("))
    #expect(lines[3].split(separator: " ").prefix(2) == ["together", "20"])
    #expect(lines[3].contains("100.0 % (83.9 …"))
    #expect(lines[4] == "kink        0.0125 (0.01 … 0.015) away, 0.001 of the input's norm")
    #expect(lines[5] == "A x + c     within 2.5e-07 of the largest logit, 16 samples")
  }

  @Test func whatHasNoKink() {
    let linearity = Linearity(
      layers: [], joint: ActivationPatterns(counts: [20]), pieceSampleCount: 16, kinkDistance: nil,
      relativeKinkDistance: nil, largestMapDifference: 0)
    #expect(LinearityText.lines(linearity).contains("kink        none"))
  }
}
