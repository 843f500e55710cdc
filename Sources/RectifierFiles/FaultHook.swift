// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A seam for tests: makes a step of writing a file fail on purpose.
///
/// The fault holds for the current task and what it calls, so tests that run at the same time do
/// not meet each other's faults.
package enum FaultHook {
  /// The steps of an atomic write, in order.
  package enum Step: CaseIterable, Sendable {
    case create, write, sync, rename, syncFolder
  }

  /// Answers with the error number that the step on the path shall fail with, nil to let it pass.
  package typealias Fault = @Sendable (_ step: Step, _ path: String) -> Int32?

  @TaskLocal private static var fault: Fault?

  /// Runs `body` with `fault` asked before each step.
  package static func with<Result>(
    _ fault: @escaping Fault, run body: () throws -> Result
  ) rethrows -> Result {
    try $fault.withValue(fault, operation: body)
  }

  static func code(_ step: Step, _ path: String) -> Int32? {
    fault?(step, path)
  }
}
