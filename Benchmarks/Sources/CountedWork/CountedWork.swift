// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CCountedCalls
import Foundation
import Rectifier

/// Does one workload on one thread, for an instruction counter to look at: what counts is done inside
/// the C function `counted_calls`.
///
///     counted-work --list
///     counted-work NAME
@main
struct CountedWork {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      fail("counted-work: expected --list or a workload's name")
    }
    let name = CommandLine.arguments[1]
    if name == "--list" {
      for workload in CountedWorkload.all { print(workload.name) }
      return
    }
    guard let workload = CountedWorkload.all.first(where: { $0.name == name }) else {
      fail("counted-work: there is no \"\(name)\"; --list prints all names")
    }
    let call = CountedCall(try workload.prepared())
    counted_calls(
      workload.callCount, { CountedCall.at($0!).make() }, Unmanaged.passUnretained(call).toOpaque())
    withExtendedLifetime(call) {}
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(64)
  }
}

/// A call that goes through C.
private final class CountedCall {
  private let call: () throws -> Void

  init(_ call: @escaping () throws -> Void) {
    self.call = call
  }

  static func at(_ context: UnsafeMutableRawPointer) -> CountedCall {
    Unmanaged.fromOpaque(context).takeUnretainedValue()
  }

  func make() {
    do {
      try call()
    } catch {
      fatalError("counted call: \(error)")
    }
  }
}
