// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CZlib

/// What can be wrong with a zlib stream (RFC 1950) inside a file. Offsets count from the file's
/// start.
public enum ZlibError: Error, Equatable, Sendable {
  /// The compressed bytes contradict themselves at or before `offset`; `reason` is zlib's own text.
  case damaged(path: String, offset: Int, reason: String)
  /// The compressed bytes end before `offset`, and the stream does not.
  case truncated(path: String, offset: Int)
  /// The content inflates past `limit` bytes.
  case exceedsLimit(path: String, limit: Int)
  /// After the stream's end `count` compressed bytes follow.
  case trailingBytes(path: String, offset: Int, count: Int)
}

extension ZlibError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .damaged(let path, let offset, let reason):
      "inflating \(PathName.quoted(path)): damaged at or before byte \(offset) (\(reason)); "
        + "get the file again"
    case .truncated(let path, let offset):
      "inflating \(PathName.quoted(path)): the compressed data end before byte \(offset), inside "
        + "their content; get the file again"
    case .exceedsLimit(let path, let limit):
      "inflating \(PathName.quoted(path)): expected at most \(limit) bytes, found more; "
        + "the header and the content disagree, get the file again"
    case .trailingBytes(let path, let offset, let count):
      "inflating \(PathName.quoted(path)): expected the end of the compressed data at byte "
        + "\(offset), found \(count) more bytes of them; get the file again"
    }
  }
}

/// Deflating in memory.
package enum Zlib {
  /// The bytes deflated, with the header and checksum of a form.
  ///
  /// The result depends on the version of zlib; what it inflates to does not.
  ///
  /// - Parameter level: From 0, stored, to 9, smallest.
  /// - Precondition: Fewer than 2³² bytes.
  package static func deflate(
    _ bytes: [UInt8], as form: DeflateForm = .zlib, level: Int32 = 6
  ) -> [UInt8] {
    var stream = z_stream()
    let opened = deflateInit2_(
      &stream, level, Z_DEFLATED, form.rawValue, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard opened == Z_OK, let given = UInt32(exactly: bytes.count) else {
      fatalError("deflate: \(bytes.count) bytes at level \(level), zlib status \(opened)")
    }
    defer { deflateEnd(&stream) }
    var input = bytes
    let bound = Int(deflateBound(&stream, uLong(bytes.count)))
    return input.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: bound) { output, initialized in
        stream.next_in = input.baseAddress
        stream.avail_in = given
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: output.count)
        let status = CZlib.deflate(&stream, Z_FINISH)
        guard status == Z_STREAM_END else { fatalError("deflate: zlib status \(status)") }
        initialized = output.count - Int(stream.avail_out)
      }
    }
  }
}
