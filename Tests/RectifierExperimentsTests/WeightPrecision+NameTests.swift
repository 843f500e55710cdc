// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import Testing

@testable import RectifierExperiments

@Suite struct WeightPrecisionNameTests {
  @Test func names() throws {
    for precision in WeightPrecision.allCases {
      #expect(try WeightPrecision(named: precision.rawValue, option: "--precision") == precision)
    }
    #expect(try WeightPrecision(named: "bf16", option: "--precision") == .bfloat16)
  }

  @Test func anotherNameIsAnErrorThatNamesTheNearest() {
    #expect(
      throws: ConfigurationError.unknownName(
        option: "--precision", found: "bfloat", nearest: "bfloat16",
        known: ["float32", "bfloat16", "bf16"])
    ) { try WeightPrecision(named: "bfloat", option: "--precision") }
  }
}
