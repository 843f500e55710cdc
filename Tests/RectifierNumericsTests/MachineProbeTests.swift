// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@Suite struct MachineProbeTests {
  @Test func theBufferIsWholeVectors() {
    for (asked, found) in [(0, 64), (64, 64), (1000, 960), (1 << 20, 1 << 20)] {
      let probe = MachineProbe(execution: Execution(threadCount: 2), byteCount: asked)
      #expect(probe.byteCount == found)
      probe.read()
      probe.rewrite()
      probe.multiplyAdd(roundCount: 3)
    }
  }
}
