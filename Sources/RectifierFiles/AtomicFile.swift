// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes files so that under the final name there is the old content or the new, never a part.
///
/// The bytes go to a temporary name in the same folder, are synced, renamed, and the folder is
/// synced (``FileReplacement``). The temporary file is removed on any failure; only a killed process can
/// leave one, and its name then ends in ``temporarySuffix``. Devices and pipes are written to directly.
package enum AtomicFile {
  /// How the names of files that are still being written end.
  package static let temporarySuffix = ".partial"

  /// Writes the bytes under `path`, replacing what is there.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(FileError) in
      try write([UnsafeRawBufferPointer(buffer)], to: path)
    }
  }

  /// Writes the text as UTF-8 under `path`, replacing what is there.
  package static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes the chunks one after another under `path`, replacing what is there.
  package static func write(
    _ chunks: [UnsafeRawBufferPointer], to path: String
  ) throws(FileError) {
    switch FileKind.of(path) {
    case .folder: throw .cannotCreate(path: path, reason: "a folder has that name")
    case .other: try writeDirectly(chunks, to: path)
    case .file, nil: try replace(path, with: chunks)
    }
  }

  private static func replace(
    _ path: String, with chunks: [UnsafeRawBufferPointer]
  ) throws(FileError) {
    let replacement = try FileReplacement(of: path)
    for chunk in chunks { try replacement.write(chunk) }
    try replacement.commit()
  }

  private static func writeDirectly(
    _ chunks: [UnsafeRawBufferPointer], to path: String
  ) throws(FileError) {
    let (descriptor, code) = retryingInterrupts { Int(open(path, O_WRONLY | O_CLOEXEC)) }
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: systemReason(code)) }
    defer { close(Int32(descriptor)) }
    for chunk in chunks {
      try FileReplacement.write(chunk, to: Int32(descriptor), path: path)
    }
  }
}
