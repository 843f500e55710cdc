// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierNumerics
import Testing

@Suite struct ExecutionRequestedTests {
  @Test func defaultsAreTheMachines() throws {
    let execution = try Execution.requested(threadCount: nil, environment: [:])
    #expect(execution == Execution(instructionSet: try .requested(nil)))
  }

  @Test func theEnvironmentNamesTheInstructionSet() throws {
    let execution = try Execution.requested(
      threadCount: 3, environment: ["RECTIFIER_ISA": "portable"])
    #expect(execution.instructionSet == .portable)
    #expect(execution.threadCount == 3)
    #expect(throws: InstructionSetError.unknown(name: "sse9")) {
      try Execution.requested(threadCount: 1, environment: ["RECTIFIER_ISA": "sse9"])
    }
  }

  @Test(arguments: [0, -1, 1025])
  func threadCountsOutOfRangeAreRefused(count: Int) {
    #expect(throws: ConfigurationError.self) {
      try Execution.requested(threadCount: count, environment: [:])
    }
  }
}
