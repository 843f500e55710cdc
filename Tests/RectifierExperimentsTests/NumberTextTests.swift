// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierExperiments

@Suite struct NumberTextTests {
  @Test func percent() {
    #expect(NumberText.percent(0.0162) == "1.62 %")
    #expect(NumberText.percent(1, decimals: 0) == "100 %")
    #expect(NumberText.fractions([0.954, 0.1, 1]) == "0.95 0.10 1.00")
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1 000"), (2_797_010, "2 797 010"), (-12345, "-12 345"),
  ])
  func grouped(value: Int, text: String) {
    #expect(NumberText.grouped(value) == text)
  }

  @Test(
    arguments: [
      (0, "0.0 s"), (4.24, "4.2 s"), (59.94, "59.9 s"), (59.96, "1:00"), (65, "1:05"),
      (3599.6, "1:00:00"), (7209, "2:00:09"), (.infinity, "?"), (-1, "?"),
    ] as [(Double, String)])
  func duration(seconds: Double, text: String) {
    #expect(NumberText.duration(seconds: seconds) == text)
  }

  @Test(
    arguments: [
      (0.012345, "0.0123"), (1.234e-7, "1.23e-07"), (123.4, "123"), (0, "0"), (-2.5, "-2.5"),
      (.infinity, "inf"),
    ] as [(Double, String)])
  func threeDigits(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }

  @Test func signsAndRanges() {
    #expect(NumberText.signed(0.021, decimals: 2) == "+0.02")
    #expect(NumberText.signed(-0.1, decimals: 2) == "−0.10")
    #expect(NumberText.signed(-0.004, decimals: 2) == "0.00")
    #expect(NumberText.signedRange(-0.02...0.0561, decimals: 2) == "−0.02 … +0.06")
    #expect(NumberText.percentRange(80..<85) == "80 … 85 %")
  }
}
