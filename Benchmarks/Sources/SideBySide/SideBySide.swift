// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Rectifier

/// A co-process that works when it is asked to, so that others can be timed between its turns: a
/// JSON object a line on standard input, an answer a line on standard output.
@main
struct SideBySide {
  static func main() throws {
    guard CommandLine.arguments.count == 1 else {
      fail("side-by-side: takes no arguments; Benchmarks/README.md has its requests", status: 64)
    }
    do {
      _ = try InstructionSet.requested(ProcessInfo.processInfo.environment["RECTIFIER_ISA"])
    } catch {
      fail("side-by-side: \(error)", status: 78)
    }
    var conversation = Conversation()
    while let line = readLine() {
      let answer = try conversation.answer(line)
      FileHandle.standardOutput.write(Data((answer + "\n").utf8))
    }
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }
}
