// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct ValidationChoiceTests {
  @Test(
    arguments: [
      ("2", .count(2)), ("10000", .count(10_000)), ("010", .count(10)), ("0.1", .fraction(0.1)),
      (".5", .fraction(0.5)), ("0.999", .fraction(0.999)), ("1", .source("1")), ("0", .source("0")),
      ("-3", .source("-3")), ("+3", .source("+3")), ("0.0", .source("0.0")),
      ("1.0", .source("1.0")), ("1.5", .source("1.5")), (".", .source(".")), ("..", .source("..")),
      ("", .source("")), ("1e-1", .source("1e-1")), ("0.1e0", .source("0.1e0")),
      ("0x0.8", .source("0x0.8")), ("nan", .source("nan")), ("mnist", .source("mnist")),
      ("99999999999999999999", .source("99999999999999999999")), ("data/0.5", .source("data/0.5")),
    ] as [(String, ValidationChoice)])
  func whatAUserWrites(text: String, expected: ValidationChoice) {
    #expect(ValidationChoice(parsing: text) == expected)
  }

  @Test func fractionsAreRoundedToRows() {
    #expect(ValidationChoice.fraction(0.1).count(of: 60_000) == 6_000)
    #expect(ValidationChoice.fraction(0.1).count(of: 14) == 1)
    #expect(ValidationChoice.fraction(0.1).count(of: 4) == 0)
    #expect(ValidationChoice.fraction(0.999).count(of: 10) == 10)
    #expect(ValidationChoice.count(7).count(of: 3) == 7)
    #expect(ValidationChoice.source("x").count(of: 3) == nil)
  }
}
