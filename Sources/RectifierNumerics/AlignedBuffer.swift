// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A fixed run of plain values on a 64-byte boundary, zero at first.
///
/// Buffers over 2 MB ask Linux for huge pages: weights are read front to back in every step, and
/// the address translation of 4 KB pages would show.
package final class AlignedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  package let pointer: UnsafeMutablePointer<Element>
  package let count: Int

  package init(count: Int) {
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard count >= 0, !overflow else {
      fatalError("aligned buffer: \(count) elements do not fit the address space")
    }
    let large = byteCount >= AlignedBufferLimits.hugePageByteCount
    let alignment = large ? AlignedBufferLimits.hugePageByteCount : 64
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, alignment, max(byteCount, 64)) == 0, let memory else {
      fatalError("aligned buffer: no memory for \(byteCount) bytes")
    }
    #if os(Linux)
      if large { madvise(memory, byteCount, Int32(MADV_HUGEPAGE)) }
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
}
