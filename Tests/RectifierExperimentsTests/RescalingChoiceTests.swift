// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import Testing

@testable import RectifierExperiments

@Suite struct RescalingChoiceTests {
  private func network(_ hiddenWidths: [Int]) throws -> Network {
    Network(
      try Architecture(inputCount: 4, hiddenWidths: hiddenWidths, head: .softmax(classCount: 2)),
      seed: Seed(1))
  }

  @Test func factorsOfLayers() throws {
    let single = try RescalingChoice(alpha: "0.5", unitNorm: false)
    #expect(single == .layers([0.5]))
    #expect(try single.factors(for: network([2, 3])) == [[0.5, 0.5], [0.5, 0.5, 0.5]])
    let each = try RescalingChoice(alpha: "2,0.3", unitNorm: false)
    #expect(try each.factors(for: network([2, 3])) == [[2, 2], [0.3, 0.3, 0.3]])
    let norms = try RescalingChoice(alpha: nil, unitNorm: true)
    #expect(
      try norms.factors(for: network([2, 3])) == network([2, 3]).unitNormFactors())
  }

  @Test(arguments: [
    (nil, false, "--alpha, --unit-norm: expected one of them, found neither"),
    ("2", true, "--alpha, --unit-norm: expected one of them, found both"),
    ("0", false, "'0'"), ("-1", false, "'-1'"), ("1e-40", false, "'1e-40'"),
    ("inf", false, "'inf'"),
    ("2,x", false, "'x'"), ("", false, "''"),
  ])
  func whatIsNoChoice(alpha: String?, unitNorm: Bool, words: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try RescalingChoice(alpha: alpha, unitNorm: unitNorm)
    }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test func layersThatDoNotGoTogether() throws {
    let three = try RescalingChoice(alpha: "1,2,4", unitNorm: false)
    #expect(
      throws: ConfigurationError.invalidValue(
        option: "--alpha", expected: "one factor, or one for each of 2 hidden layers", found: "3")
    ) { try three.factors(for: network([2, 3])) }
    #expect(throws: ConfigurationError.self) {
      try RescalingChoice.unitNorms.factors(for: network([]))
    }
  }
}
