// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels

/// Work that does nothing but keep the machine's arithmetic or its memory busy, divided over threads
/// as layers divide theirs: what it takes is to be timed by the caller.
package final class MachineProbe {
  /// Values a thread that stay in registers, whatever the instruction set.
  package static let valuesPerThread = 384
  private let execution: Execution
  private let chains: AlignedBuffer<Float>
  private let values: AlignedBuffer<Float>

  /// A probe with a buffer of about `byteCount` bytes.
  package init(execution: Execution, byteCount: Int) {
    self.execution = execution
    chains = AlignedBuffer(count: execution.threadCount * Self.valuesPerThread)
    values = AlignedBuffer(
      count: max(1, byteCount / (PanelLayout.laneCount * MemoryLayout<Float>.size))
        * PanelLayout.laneCount)
    for k in 0..<values.count { values.pointer[k] = 1 }
  }

  /// Bytes that read() and rewrite() go through.
  package var byteCount: Int { values.count * MemoryLayout<Float>.size }

  /// Multiply-adds in registers: `valuesPerThread` a round on every thread.
  package func multiplyAdd(roundCount: Int) {
    let chains = chains
    execution.forEachRange(of: execution.threadCount) { block, _ in
      // The values go towards 2 and stay there: no operand is ever denormal.
      rectifier_iterate(
        execution.instructionSet.code, chains.pointer + block * Self.valuesPerThread,
        Self.valuesPerThread, 0.5, 1, roundCount)
    }
  }

  /// Reads the buffer once.
  package func read() {
    let values = values
    forEachPart { _ = rectifier_sum(execution.instructionSet.code, values.pointer + $0, $1) }
  }

  /// Reads and writes the buffer once.
  package func rewrite() {
    let values = values
    forEachPart {
      rectifier_iterate(execution.instructionSet.code, values.pointer + $0, $1, 0.5, 1, 1)
    }
  }

  /// Calls `body` with the begin and the length of each thread's share, whole vectors.
  private func forEachPart(_ body: (Int, Int) -> Void) {
    let lanes = PanelLayout.laneCount
    execution.forEachRange(of: values.count / lanes) { _, range in
      body(range.lowerBound * lanes, range.count * lanes)
    }
  }
}
