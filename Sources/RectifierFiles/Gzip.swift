// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CZlib

/// What can be wrong with a gzip file. Offsets count compressed bytes from the file's start.
public enum GzipError: Error, Equatable, Sendable {
  /// The compressed bytes contradict themselves at or before `offset`; `reason` is zlib's own text.
  case damaged(path: String, offset: Int, reason: String)
  /// The file ends at `offset`, inside a member.
  case truncated(path: String, offset: Int)
  /// The content inflates past `limit` bytes.
  case exceedsLimit(path: String, limit: Int)
  /// After the last member `count` bytes follow that are no gzip member.
  case trailingBytes(path: String, offset: Int, count: Int)
}

extension GzipError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .damaged(let path, let offset, let reason):
      "inflating \(PathName.quoted(path)): damaged at or before byte \(offset) "
        + "of the compressed file (\(reason)); get the file again"
    case .truncated(let path, let offset):
      "inflating \(PathName.quoted(path)): the compressed file ends at byte \(offset), "
        + "inside its data; get the file again"
    case .exceedsLimit(let path, let limit):
      "inflating \(PathName.quoted(path)): expected \(limit) bytes, found more; "
        + "the header and the content disagree, get the file again"
    case .trailingBytes(let path, let offset, let count):
      "inflating \(PathName.quoted(path)): expected the end or another gzip member "
        + "at byte \(offset) of the compressed file, found \(count) other bytes; cut them off"
    }
  }
}

/// Gzip in memory. Several members are one content, as for gzip itself; anything else after a
/// member is an error, zero padding included.
package enum Gzip {
  /// Whether the bytes open with gzip's magic number.
  package static func isGzip(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// The whole content, which may hold at most `limit` bytes.
  ///
  /// Memory grows with what is really inflated, never with `limit` alone.
  package static func inflate(
    _ bytes: UnsafeRawBufferPointer, path: String, limit: Int
  ) throws(GzipError) -> [UInt8] {
    let reader = GzipReader(bytes, path: path)
    return try reader.readToEnd(limit: limit)
  }

  /// The first `count` bytes of the content, or all of it where it is shorter.
  ///
  /// For looking at a header before deciding on a limit; the rest stays unchecked.
  package static func inflatePrefix(
    _ bytes: UnsafeRawBufferPointer, path: String, count: Int
  ) throws(GzipError) -> [UInt8] {
    let reader = GzipReader(bytes, path: path)
    return try reader.read(upTo: count)
  }

  /// The CRC-32 of gzip and zip; `continuing` is the value over the bytes before these.
  package static func crc32(
    _ bytes: UnsafeRawBufferPointer, continuing: UInt32 = 0
  ) -> UInt32 {
    guard let base = bytes.baseAddress else { return continuing }
    let start = base.assumingMemoryBound(to: UInt8.self)
    return UInt32(truncatingIfNeeded: crc32_z(uLong(continuing), start, bytes.count))
  }
}
