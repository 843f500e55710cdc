// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierNetworks
import Testing

@Suite struct TrainConfigurationParsingTests {
  @Test func widths() throws {
    #expect(try TrainConfiguration.hiddenWidths(parsing: "1000,1000,10") == [1000, 1000, 10])
    #expect(try TrainConfiguration.hiddenWidths(parsing: "7") == [7])
    #expect(try TrainConfiguration.hiddenWidths(parsing: "none") == [])
  }

  @Test(arguments: ["", "0", "-3", "3,", ",3", "3,,4", "3.5", "none,3", "9223372036854775808"])
  func noWidths(text: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try TrainConfiguration.hiddenWidths(parsing: text)
    }
    #expect(error?.description.hasPrefix("--hidden: expected widths") == true)
  }

  @Test func activations() throws {
    let parsed = try TrainConfiguration.activations(parsing: "rectifier,softplus:2,tanh")
    #expect(parsed == [.rectifier, .softplus(sharpness: 2), .tanh])
    for (text, message) in [
      ("tanh,rectifer", "--activation: unknown name 'rectifer'; did you mean 'rectifier'?"),
      (
        "softplus:0",
        "--activation: expected a sharpness above 0 after softplus:, found 'softplus:0'"
      ),
      ("tanh:2", "--activation: expected tanh without a value, found 'tanh:2'"),
    ] {
      let error = #expect(throws: ConfigurationError.self) {
        try TrainConfiguration.activations(parsing: text)
      }
      #expect(error?.description == message)
    }
  }

  @Test func coefficients() throws {
    #expect(try TrainConfiguration.activationL1(parsing: "0") == [0])
    #expect(try TrainConfiguration.activationL1(parsing: "1e-4,0.5") == [1e-4, 0.5])
    for text in ["", "-1", "nan", "inf", "1,", "a"] {
      #expect(throws: ConfigurationError.self, "\(text)") {
        try TrainConfiguration.activationL1(parsing: text)
      }
    }
  }

  @Test func schedules() throws {
    #expect(try TrainConfiguration.schedule(parsing: "constant") == .constant)
    #expect(try TrainConfiguration.schedule(parsing: "cosine") == .cosine)
    #expect(try TrainConfiguration.schedule(parsing: "exponential:0.95") == .exponential(0.95))
    for (text, message) in [
      ("exponential", "exponential:RATE with a rate above 0 and up to 1, found 'exponential'"),
      ("exponential:2", "found 'exponential:2'"), ("cosine:3", "expected cosine without a value"),
      ("exponentail:0.9", "did you mean 'exponential'?"),
    ] {
      let error = #expect(throws: ConfigurationError.self) {
        try TrainConfiguration.schedule(parsing: text)
      }
      #expect(error?.description.contains(message) == true, "\(String(describing: error))")
      #expect(error?.description.hasPrefix("--schedule: ") == true)
    }
  }

  @Test func namesSuggestTheNearest() {
    #expect(
      throws: ConfigurationError.unknownName(
        option: "--initializer", found: "glorot-unifrom", nearest: "glorot-uniform",
        known: ["glorot-uniform", "he-normal", "constant:V"])
    ) { try TrainConfiguration.initializer(named: "glorot-unifrom") }
    for (text, message) in [
      ("constant:x", "expected 0 or a finite normal number after constant:, found 'x'"),
      ("he-normal:2", "expected he-normal without a value, found 'he-normal:2'"),
    ] {
      let error = #expect(throws: ConfigurationError.self) {
        try TrainConfiguration.initializer(named: text)
      }
      #expect(error?.description.contains(message) == true)
    }
    let error = #expect(throws: ConfigurationError.self) {
      try TrainConfiguration.validationDraw(named: "xyzzy")
    }
    #expect(error?.description == "--validation-draw: unknown name 'xyzzy'; known: last, random")
  }
}
