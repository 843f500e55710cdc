// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CZlib

/// What surrounds deflated bytes; the values are zlib's window bits.
package enum DeflateForm: Int32, Sendable {
  /// RFC 1950: two bytes of header, an Adler-32 at the end.
  case zlib = 15
  /// RFC 1952: gzip's header, a CRC-32 and the length at the end.
  case gzip = 31
  /// RFC 1951 alone, as in zip archives: nothing around it, and no checksum.
  case raw = -15
}

/// zlib's inflater, under the readers of both forms.
final class InflateStream {
  /// What one call came to.
  enum Outcome {
    /// There is more to come, or more room is needed.
    case underway
    /// The stream has ended, and its checksum is right.
    case ended
    /// Nothing can go on without further input.
    case starved
    /// The bytes contradict themselves; the reason is zlib's own text.
    case damaged(reason: String)
  }

  private let stream: UnsafeMutablePointer<z_stream>

  /// An inflater at the start of a stream.
  init(_ form: DeflateForm) {
    // zlib keeps a pointer back to the stream, so the stream must never move.
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = inflateInit2_(
      stream, form.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      fatalError("\(form): zlib \(ZLIB_VERSION) refuses to start, status \(status)")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Begins another stream.
  func reset() { inflateReset(stream) }

  /// Inflates from `input` into `target` until one of them is used up or the stream ends.
  func inflate(
    _ input: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> (consumed: Int, produced: Int, outcome: Outcome) {
    let (given, room) = (UInt32(clamping: input.count), UInt32(clamping: target.count))
    // zlib takes a null pointer for a mistake even where there is nothing to read.
    var nothing: UInt8 = 0
    let status = withUnsafeMutablePointer(to: &nothing) { nothing in
      let source = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.next_in = source.map { UnsafeMutablePointer(mutating: $0) } ?? nothing
      stream.pointee.avail_in = given
      stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = room
      return CZlib.inflate(stream, Z_NO_FLUSH)
    }
    return (
      Int(given - stream.pointee.avail_in), Int(room - stream.pointee.avail_out), outcome(status)
    )
  }

  private func outcome(_ status: Int32) -> Outcome {
    switch status {
    case Z_OK: return .underway
    case Z_STREAM_END: return .ended
    case Z_BUF_ERROR: return .starved
    default:
      if let message = stream.pointee.msg { return .damaged(reason: String(cString: message)) }
      return .damaged(reason: "zlib status \(status)")
    }
  }
}
