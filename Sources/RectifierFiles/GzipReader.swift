// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Inflates gzip bytes piece by piece, so that a header can be judged before the rest is read.
///
/// The bytes must stay valid as long as the reader is used. Each member's checksum and length are
/// checked when its end is reached.
package final class GzipReader {
  private let bytes: UnsafeRawBufferPointer
  private let path: String
  private let stream = InflateStream(.gzip)
  private var consumed = 0
  private var isInsideMember = false

  /// A reader at the start of the first member.
  package init(_ bytes: UnsafeRawBufferPointer, path: String) {
    self.bytes = bytes
    self.path = path
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
    var produced = 0
    while produced < target.count {
      if !isInsideMember {
        guard try startMember() else { return produced }
      }
      let step = stream.inflate(
        UnsafeRawBufferPointer(rebasing: bytes[consumed...]),
        into: UnsafeMutableRawBufferPointer(rebasing: target[produced...]))
      consumed += step.consumed
      produced += step.produced
      switch step.outcome {
      case .underway: break
      case .ended: isInsideMember = false
      case .starved: throw .truncated(path: path, offset: bytes.count)
      case .damaged(let reason): throw .damaged(path: path, offset: consumed, reason: reason)
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
    stream.reset()
    isInsideMember = true
    return true
  }
}
