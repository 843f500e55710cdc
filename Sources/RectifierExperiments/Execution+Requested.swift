// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Execution {
  /// How many threads can be asked for.
  package static let threadCounts = 1...1024

  /// What the options and the environment ask for.
  ///
  /// - Parameters:
  ///   - threadCount: Nil for as many as the machine has processors.
  ///   - environment: Where `RECTIFIER_ISA` may name an instruction set.
  /// - Throws: `ConfigurationError.invalidValue` for a thread count out of range,
  ///   `InstructionSetError` for a set that does not exist or that this CPU lacks.
  package static func requested(
    threadCount: Int?, environment: [String: String]
  ) throws -> Execution {
    if let threadCount { try check(threadCount: threadCount) }
    return Execution(
      threadCount: threadCount ?? processorCount,
      instructionSet: try InstructionSet.requested(environment["RECTIFIER_ISA"]))
  }

  static func check(
    threadCount: Int, option: String = "--threads"
  ) throws(ConfigurationError) {
    guard threadCounts.contains(threadCount) else {
      throw .invalidValue(
        option: option,
        expected: "a whole number from \(threadCounts.lowerBound) to \(threadCounts.upperBound)",
        found: "\(threadCount)")
    }
  }
}
