// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Synchronization
import Testing

@testable import RectifierNumerics

@Suite struct ExecutionTests {
  @Test(arguments: [1, 2, 3, 7, 16], [0, 1, 2, 3, 15, 16, 17, 100])
  func rangesCoverEverythingOnce(threadCount: Int, count: Int) {
    let execution = Execution(threadCount: threadCount, instructionSet: .portable)
    let seen = Mutex<[Int: Range<Int>]>([:])
    execution.forEachRange(of: count) { number, range in
      seen.withLock { #expect($0.updateValue(range, forKey: number) == nil) }
    }
    let ranges = seen.withLock { $0.sorted { $0.key < $1.key } }
    #expect(ranges.map(\.key) == Array(0..<min(threadCount, count)))
    #expect(ranges.flatMap { Array($0.value) } == Array(0..<count))
    let lengths = ranges.map(\.value.count)
    #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1)
  }

  @Test func rangesByHand() {
    #expect((0..<3).map { Execution.range($0, of: 3, in: 10) } == [0..<3, 3..<6, 6..<10])
    #expect((0..<2).map { Execution.range($0, of: 2, in: 1) } == [0..<0, 0..<1])
  }

  @Test func theDefaultUsesWhatIsThere() {
    #expect(Execution.default.threadCount == Execution.processorCount)
    #expect(Execution.processorCount >= 1)
    #expect(Execution.default.instructionSet == .selected)
    #expect(Execution.default.kernels == .automatic)
  }

  @Test func noThreadsEndTheProgram() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Execution(threadCount: 0)
    }
    #expect(result.says("execution: 0 threads"))
  }
}
