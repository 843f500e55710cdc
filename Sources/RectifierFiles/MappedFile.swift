// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file's bytes, mapped read-only for as long as the object lives.
///
/// Another process that shortens the file while it is mapped makes reading beyond the new end
/// fatal, so readers copy what they keep and let the mapping go.
package final class MappedFile: Sendable {
  /// The path that was opened, for messages.
  package let path: String
  /// The whole file; valid only while this object lives.
  package nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  /// Opens and maps a regular file; an empty one has no bytes.
  ///
  /// - Parameter doing: The purpose, for the message: "reading training images".
  package init(path: String, doing: String) throws(FileError) {
    self.path = path
    // Not blocking, or opening a pipe would wait for someone to write into it.
    let (descriptor, code) = retryingInterrupts {
      Int(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    }
    guard descriptor >= 0 else {
      if code == ENOENT || code == ENOTDIR { throw .notFound(path: path, doing: doing) }
      throw .failed(operation: "open", path: path, reason: systemReason(code))
    }
    defer { close(Int32(descriptor)) }
    var status = stat()
    guard fstat(Int32(descriptor), &status) == 0 else {
      throw .failed(operation: "inspect", path: path, reason: systemReason(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path, doing: doing) }
    let count = Int(status.st_size)
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, Int32(descriptor), 0),
      base != MAP_FAILED
    else { throw .failed(operation: "map", path: path, reason: systemReason(errno)) }
    bytes = UnsafeRawBufferPointer(start: base, count: count)
  }

  /// The file's length in bytes when it was opened.
  package var count: Int { bytes.count }

  deinit {
    if let base = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
  }
}
