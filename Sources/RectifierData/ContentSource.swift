// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Where the bytes of a data file come from: a path, or memory, as for standard input.
///
/// It can be opened any number of times, and gives the same content each time.
public struct ContentSource: Sendable {
  /// The path, or what messages call the bytes in memory.
  public let path: String
  private let held: HeldBytes?

  /// A file, plain or compressed by gzip.
  public init(path: String) {
    self.path = path
    held = nil
  }

  /// Bytes in memory, plain or compressed by gzip.
  ///
  /// - Parameters:
  ///   - bytes: All of them.
  ///   - name: What messages call them, as in "standard input".
  public init(bytes: [UInt8], name: String) {
    path = name
    held = HeldBytes(bytes)
  }

  /// What messages call the data: the last component of the path.
  public var name: String { PathName.lastComponent(of: path) }

  /// The content from its beginning.
  ///
  /// - Parameter doing: The purpose, for the message: "reading a table".
  func open(doing: String) throws(StoredContentError) -> StoredContent {
    if let held { return StoredContent(held, name: path) }
    return try StoredContent(path: path, doing: doing)
  }

  /// The SHA-256 of the bytes as they are stored, compressed or not, in 64 hexadecimal digits.
  func storedDigest() throws(StoredContentError) -> String {
    if let held { return Self.digest(held.bytes) }
    do throws(FileError) {
      let file = try MappedFile(path: path, doing: "taking a checksum")
      return Self.digest(file.bytes)
    } catch { throw .file(error) }
  }

  private static func digest(_ bytes: UnsafeRawBufferPointer) -> String {
    var digest = SHA256()
    for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
      digest.update(Array(bytes[start..<min(start + 1 << 20, bytes.count)]))
    }
    return digest.digits()
  }
}

/// Bytes in memory at an address that stays.
final class HeldBytes: Sendable {
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  /// Copies the bytes.
  init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    copy.copyBytes(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
  }

  deinit { bytes.deallocate() }
}
