// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierExperiments

@Suite struct TuneTimeTests {
  @Test(arguments: [("30s", 30.0), ("5m", 300), ("2h", 7200), ("1.5m", 90), ("300", 300)])
  func seconds(text: String, expected: Double) throws {
    #expect(try TuneTime.seconds(parsing: text) == expected)
  }

  @Test(arguments: ["", "s", "0s", "-1m", "5 m", "m5", "5d", "nan", "inf", "9000h", "1e300h"])
  func anythingElseIsRefused(text: String) {
    #expect(throws: ConfigurationError.self) { try TuneTime.seconds(parsing: text) }
  }
}
