// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CZlib

/// Inflates gzip bytes piece by piece, so that a header can be judged before the rest is read.
///
/// The bytes must stay valid as long as the reader is used. Each member's checksum and length are
/// checked when its end is reached.
package final class GzipReader {
  private let bytes: UnsafeRawBufferPointer
  private let path: String
  private let stream: UnsafeMutablePointer<z_stream>
  private var consumed = 0
  private var isInsideMember = false

  /// A reader at the start of the first member.
  package init(_ bytes: UnsafeRawBufferPointer, path: String) {
    self.bytes = bytes
    self.path = path
    // zlib keeps a pointer back to the stream, so the stream must never move.
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 + 16: the largest window, and gzip headers only.
    let status = inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      fatalError("gzip: zlib \(ZLIB_VERSION) refuses to start, status \(status)")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The next `count` bytes of the content; fewer only where the content ends.
  package func read(upTo count: Int) throws(GzipError) -> [UInt8] {
    var content: [UInt8] = []
    try append(to: &content, upTo: count)
    return content
  }

  /// Everything that is left; more than `limit` bytes of it are an error.
  package func readToEnd(limit: Int) throws(GzipError) -> [UInt8] {
    var content: [UInt8] = []
    try append(to: &content, upTo: limit)
    var extra: [UInt8] = []
    try append(to: &extra, upTo: 1)
    if !extra.isEmpty { throw .exceedsLimit(path: path, limit: limit) }
    return content
  }

  private func append(to content: inout [UInt8], upTo count: Int) throws(GzipError) {
    while content.count < count {
      // Capacity follows the content and the compressed size, not the claim in `count`.
      let piece = min(count - content.count, max(content.count, 8 * bytes.count, 1 << 12), 1 << 30)
      let produced = try inflatePiece(appendingTo: &content, byteCount: piece)
      if produced == 0 { return }
    }
  }

  private func inflatePiece(
    appendingTo content: inout [UInt8], byteCount: Int
  ) throws(GzipError) -> Int {
    let before = content.count
    var failure: GzipError?
    let piece = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, initialized in
      do throws(GzipError) {
        initialized = try fill(UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    if before == 0 { content = piece } else { content.append(contentsOf: piece) }
    return piece.count
  }

  /// Inflates until `target` is full or the content ends; returns how many bytes were written.
  private func fill(_ target: UnsafeMutableRawBufferPointer) throws(GzipError) -> Int {
    guard let base = target.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
    var produced = 0
    while produced < target.count {
      if !isInsideMember {
        guard try startMember() else { return produced }
      }
      let given = min(bytes.count - consumed, Int(UInt32.max))
      let input = bytes.baseAddress! + consumed
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: input.assumingMemoryBound(to: UInt8.self))
      stream.pointee.avail_in = UInt32(given)
      stream.pointee.next_out = base + produced
      stream.pointee.avail_out = UInt32(min(target.count - produced, Int(UInt32.max)))
      let room = Int(stream.pointee.avail_out)
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      consumed += given - Int(stream.pointee.avail_in)
      produced += room - Int(stream.pointee.avail_out)
      switch status {
      case Z_STREAM_END: isInsideMember = false
      case Z_OK: break
      case Z_BUF_ERROR: throw .truncated(path: path, offset: bytes.count)
      default: throw .damaged(path: path, offset: consumed, reason: reason(status))
      }
    }
    return produced
  }

  /// Steps to the next member; false at the file's end.
  private func startMember() throws(GzipError) -> Bool {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[consumed...])
    if rest.isEmpty {
      if consumed == 0 { throw .truncated(path: path, offset: 0) }
      return false
    }
    if consumed > 0, !Gzip.isGzip(rest) {
      throw .trailingBytes(path: path, offset: consumed, count: rest.count)
    }
    inflateReset(stream)
    isInsideMember = true
    return true
  }

  private func reason(_ status: Int32) -> String {
    if let message = stream.pointee.msg { return String(cString: message) }
    return "zlib status \(status)"
  }
}
