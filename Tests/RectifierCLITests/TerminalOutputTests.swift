// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierCLI

@Suite struct TerminalOutputTests {
  @Test(
    arguments: [
      (true, ["TERM": "xterm"], true, true),
      (true, ["TERM": "xterm", "NO_COLOR": "1"], true, false),
      (true, ["TERM": "xterm", "NO_COLOR": ""], true, true),
      (true, ["TERM": "dumb"], false, false),
      (true, [:], false, false),
      (false, ["TERM": "xterm"], false, false),
    ] as [(Bool, [String: String], Bool, Bool)])
  func whatATerminalCanDo(
    isTerminal: Bool, environment: [String: String], canRedraw: Bool, hasColor: Bool
  ) {
    let output = TerminalOutput(isTerminal: isTerminal, environment: environment)
    #expect(output.canRedraw == canRedraw)
    #expect(output.hasColor == hasColor)
    #expect((output.highlighted("best") == "best") == !hasColor)
  }

  @Test func progressStyles() {
    for canRedraw in [true, false] {
      for style in ProgressStyle.allCases {
        #expect(style.resolved(isQuiet: true, canRedraw: canRedraw) == .none)
      }
      #expect(ProgressStyle.bar.resolved(isQuiet: false, canRedraw: canRedraw) == .bar)
    }
    #expect(ProgressStyle.auto.resolved(isQuiet: false, canRedraw: true) == .bar)
    #expect(ProgressStyle.auto.resolved(isQuiet: false, canRedraw: false) == .plain)
  }
}
