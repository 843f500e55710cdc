// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Inflates one stream without gzip's header, whose bytes may lie in several pieces of a file.
///
/// The bytes must stay valid as long as the reader is used. Nothing is ever inflated beyond what
/// the caller has room for, so the caller's buffers are the limit.
package final class ZlibReader {
  private let bytes: UnsafeRawBufferPointer
  private let pieces: [Range<Int>]
  private let path: String
  private let stream: InflateStream
  private var piece = 0
  private var produced = 0
  private var hasEnded = false

  /// Where in the file the next compressed byte is read, for messages.
  package private(set) var offset: Int

  /// A reader at the start of the stream.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - pieces: Where the stream lies in it, in order.
  ///   - form: What surrounds the deflated bytes.
  package init(
    _ bytes: UnsafeRawBufferPointer, pieces: [Range<Int>], path: String, form: DeflateForm = .zlib
  ) {
    stream = InflateStream(form)
    self.bytes = bytes
    self.pieces = pieces
    self.path = path
    offset = pieces.first?.lowerBound ?? 0
  }

  /// Inflates until `target` is full or the content ends; returns how many bytes were written.
  package func read(into target: UnsafeMutableRawBufferPointer) throws(ZlibError) -> Int {
    var count = 0
    while count < target.count, !hasEnded {
      skipEmptyPieces()
      let input = piece < pieces.count ? offset..<pieces[piece].upperBound : offset..<offset
      let step = stream.inflate(
        UnsafeRawBufferPointer(rebasing: bytes[input]),
        into: UnsafeMutableRawBufferPointer(rebasing: target[count...]))
      offset += step.consumed
      count += step.produced
      switch step.outcome {
      case .underway: break
      case .ended: hasEnded = true
      case .starved: throw .truncated(path: path, offset: offset)
      case .damaged(let reason): throw .damaged(path: path, offset: offset, reason: reason)
      }
    }
    produced += count
    return count
  }

  /// Checks that the content ends here, that its checksum is right, and that no compressed bytes
  /// are left.
  package func finish() throws(ZlibError) {
    let limit = produced
    var extra: UInt8 = 0
    let count = try withUnsafeMutableBytes(of: &extra) { (target) throws(ZlibError) in
      try read(into: target)
    }
    if count > 0 { throw .exceedsLimit(path: path, limit: limit) }
    skipEmptyPieces()
    guard piece < pieces.count else { return }
    let rest = pieces[(piece + 1)...].reduce(pieces[piece].upperBound - offset) { $0 + $1.count }
    throw .trailingBytes(path: path, offset: offset, count: rest)
  }

  /// Steps to the next piece that has bytes left.
  private func skipEmptyPieces() {
    while piece < pieces.count, offset == pieces[piece].upperBound {
      piece += 1
      if piece < pieces.count { offset = pieces[piece].lowerBound }
    }
  }
}
