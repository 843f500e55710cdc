// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A fixed run of plain values on a 64-byte boundary, zero at first.
///
/// Buffers from 256 KB on take whole huge pages on Linux where it has them: a row of a batch or of
/// weights is about as long as a page of 4 KB, so that the translation of addresses would show.
package final class AlignedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  package let pointer: UnsafeMutablePointer<Element>
  package let count: Int

  package init(count: Int) {
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard count >= 0, !overflow, byteCount <= Int.max - AlignedBufferLimits.hugePageByteCount else {
      fatalError("aligned buffer: \(count) elements do not fit the address space")
    }
    let hugePage = AlignedBufferLimits.hugePageByteCount
    let takesHugePages = byteCount >= AlignedBufferLimits.leastByteCountInHugePages
    let alignment = takesHugePages ? hugePage : 64
    let roundedByteCount = (max(byteCount, 64) + alignment - 1) / alignment * alignment
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, alignment, roundedByteCount) == 0, let memory else {
      fatalError("aligned buffer: no memory for \(byteCount) bytes")
    }
    #if os(Linux)
      if takesHugePages { madvise(memory, roundedByteCount, Int32(MADV_HUGEPAGE)) }
    #endif
    memset(memory, 0, max(byteCount, 64))
    self.pointer = memory.bindMemory(to: Element.self, capacity: count)
    self.count = count
  }

  package convenience init(copying other: AlignedBuffer<Element>) {
    self.init(count: other.count)
    pointer.update(from: other.pointer, count: count)
  }

  deinit { free(pointer) }

  package func clear() {
    memset(pointer, 0, count * MemoryLayout<Element>.stride)
  }
}

private enum AlignedBufferLimits {
  static let hugePageByteCount = 2 << 20
  static let leastByteCountInHugePages = 256 << 10
}
