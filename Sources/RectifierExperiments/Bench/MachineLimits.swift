// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// What the machine does at most with so many threads, measured in the same process.
package struct MachineLimits: Equatable, Sendable {
  package let threadCount: Int
  /// Fused multiply-adds on values in registers, 1/s.
  package let multiplyAddsPerSecond: Double
  /// Reading a buffer as large as the network's parameters, bytes/s.
  package let readBytesPerSecond: Double
  /// Reading and writing it: both are counted, bytes/s.
  package let rewriteBytesPerSecond: Double

  package init(
    threadCount: Int, multiplyAddsPerSecond: Double, readBytesPerSecond: Double,
    rewriteBytesPerSecond: Double
  ) {
    self.threadCount = threadCount
    self.multiplyAddsPerSecond = multiplyAddsPerSecond
    self.readBytesPerSecond = readBytesPerSecond
    self.rewriteBytesPerSecond = rewriteBytesPerSecond
  }

  /// Rounds of the arithmetic a turn: a fraction of a millisecond with vectors.
  private static let roundCount = 20_000

  /// The best of several turns of each.
  package static func measure(
    execution: Execution, byteCount: Int, seconds: Double
  ) -> MachineLimits {
    let probe = MachineProbe(execution: execution, byteCount: byteCount)
    let multiplyAddCount = execution.threadCount * MachineProbe.valuesPerThread * roundCount
    let times = InterleavedTimes.measure(contestantCount: 3, .seconds(seconds)) { turn in
      switch turn {
      case 0: probe.multiplyAdd(roundCount: roundCount)
      case 1: probe.read()
      default: probe.rewrite()
      }
    }
    func rate(_ count: Int, _ contestant: Int) -> Double {
      Double(count) / times.times(of: contestant).range.lowerBound
    }
    return MachineLimits(
      threadCount: execution.threadCount, multiplyAddsPerSecond: rate(multiplyAddCount, 0),
      readBytesPerSecond: rate(probe.byteCount, 1),
      rewriteBytesPerSecond: rate(2 * probe.byteCount, 2))
  }

  /// What bounds a step from below.
  package enum Bound: String, Sendable { case arithmetic, memory }

  /// The least time of a step over a batch, were arithmetic and memory each at their peak and did
  /// they overlap without loss.
  package func bound(
    of cost: StepCost, batchSize: Int
  ) -> (seconds: Double, by: Bound) {
    let arithmetic = cost.multiplyAdds * Double(batchSize) / multiplyAddsPerSecond
    let memory =
      cost.readByteCount / readBytesPerSecond + cost.rewriteByteCount / rewriteBytesPerSecond
    return arithmetic >= memory ? (arithmetic, .arithmetic) : (memory, .memory)
  }
}
