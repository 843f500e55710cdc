// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

@testable import RectifierCLI

@Suite struct DemoTextTests {
  private func comparison(_ first: Int, _ other: Int) -> String {
    DemoText.comparison(
      ("rectifier", CountedRate(count: first, sampleCount: 10_000)),
      with: ("tanh", CountedRate(count: other, sampleCount: 10_000)))
  }

  @Test func aheadOnlyWhereTheTestPartCanTell() {
    #expect(
      comparison(3000, 3500)
        == "The rectifier network is ahead of tanh by 5.00 points, 7.5 standard errors.")
    #expect(
      comparison(3500, 3000)
        == "The rectifier network is not ahead of tanh: it is behind by 5.00 points, 7.5 standard"
        + " errors.")
    #expect(
      comparison(3000, 3050)
        == "The rectifier network is not ahead of tanh: they are 0.50 points apart, 0.8 standard"
        + " errors, and 1.96 would make a difference.")
  }
}
