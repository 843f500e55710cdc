// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierNetworks
import RectifierNumerics
import Testing

@Suite struct MachineLimitsTests {
  @Test func everyRateIsMeasured() {
    let limits = MachineLimits.measure(
      execution: Execution(threadCount: 2), byteCount: 1 << 16, seconds: 0.01)
    #expect(limits.threadCount == 2)
    // A slow emulator does more than this, and no machine of today does the other.
    for rate in [
      limits.multiplyAddsPerSecond, limits.readBytesPerSecond, limits.rewriteBytesPerSecond,
    ] {
      #expect((1e6...1e15).contains(rate))
    }
  }

  @Test func theLaterOfArithmeticAndMemoryBounds() throws {
    let architecture = try Architecture(
      inputCount: 16, hiddenWidths: [], head: .identity(outputCount: 16))
    let cost = StepCost.inference(
      architecture, LayerActivity(activeFraction: [1], touchedFraction: [1]))
    let limits = MachineLimits(
      threadCount: 1, multiplyAddsPerSecond: 256, readBytesPerSecond: 256,
      rewriteBytesPerSecond: 1)
    // 256 multiply-adds a sample, 1024 bytes a batch.
    let few = limits.bound(of: cost, batchSize: 1)
    #expect(few.seconds == 4 && few.by == .memory)
    let many = limits.bound(of: cost, batchSize: 8)
    #expect(many.seconds == 8 && many.by == .arithmetic)
  }
}
