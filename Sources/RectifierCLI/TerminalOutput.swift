// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard error as a place for progress and talk: what it can show, and writing to it.
///
/// Nobody reading it is no reason to stop working, so failures to write are ignored.
struct TerminalOutput {
  /// Whether lines can be drawn over: a terminal that is not `TERM=dumb`.
  let canRedraw: Bool
  /// Whether colours may be used: where lines can be drawn over and `NO_COLOR` is not set.
  let hasColor: Bool

  init(isTerminal: Bool, environment: [String: String]) {
    let terminal = environment["TERM"] ?? ""
    canRedraw = isTerminal && terminal != "dumb" && !terminal.isEmpty
    hasColor = canRedraw && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// The columns of the terminal now; 80 where that is not known.
  var columnCount: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  func write(_ text: String) {
    _ = writeAll(text, to: STDERR_FILENO)
  }

  func writeLine(_ text: String) {
    write(text + "\n")
  }

  /// Draws `line` over the current one, cut to the terminal's width.
  func redraw(_ line: String) {
    write("\r\u{1B}[K" + String(line.prefix(max(1, columnCount - 1))))
  }

  func clearLine() {
    write("\r\u{1B}[K")
  }

  /// The text in green where colours may be used.
  func highlighted(_ text: String) -> String {
    hasColor ? "\u{1B}[32m\(text)\u{1B}[0m" : text
  }
}
