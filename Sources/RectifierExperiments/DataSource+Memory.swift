// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

extension DataSource {
  /// Refuses a source that draws more images than memory holds, before any is drawn.
  package func checkMemory(
    availableBytes: Int = MemoryRequirement.machineBytes
  ) throws(ConfigurationError) {
    guard drawnByteCount <= availableBytes else {
      throw .tooManySamples(
        source: argument, neededBytes: drawnByteCount, availableBytes: availableBytes)
    }
  }
}
