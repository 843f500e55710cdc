// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// Writes files so that under the final name there is the old content or the new, never a part.
///
/// The bytes go to a temporary name in the same folder, are synced, renamed, and the folder is
/// synced. The temporary file is removed on any failure; only a killed process can leave one, and
/// its name then ends in ``temporarySuffix``. Devices and pipes are written to directly.
package enum AtomicFile {
  /// How the names of files that are still being written end.
  package static let temporarySuffix = ".partial"

  private static let counter = Atomic<Int>(0)

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
    let folder = PathName.folder(of: path)
    let (descriptor, temporary) = try createTemporary(in: folder, for: path)
    do throws(FileError) {
      do throws(FileError) {
        try write(chunks, to: descriptor, path: path)
        try step(.sync, "sync", path) { Int(fsync(descriptor)) }
      } catch {
        close(descriptor)
        throw error
      }
      try step(.sync, "close", path) { Int(close(descriptor)) }
      try step(.rename, "rename a temporary file to", path) { Int(rename(temporary, path)) }
    } catch {
      unlink(temporary)
      throw error
    }
    try syncFolder(folder, for: path)
  }

  private static func createTemporary(
    in folder: String, for path: String
  ) throws(FileError) -> (descriptor: Int32, path: String) {
    if let code = FaultHook.code(.create, path) {
      throw .cannotCreate(path: path, reason: systemReason(code))
    }
    while true {
      let number = counter.add(1, ordering: .relaxed).newValue
      // The name does not contain the final one, which may already have the longest length.
      let name = ".rectifier-\(getpid())-\(number)\(temporarySuffix)"
      let temporary = PathName.join(folder, name)
      let (descriptor, code) = retryingInterrupts {
        Int(open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
      }
      if descriptor >= 0 { return (Int32(descriptor), temporary) }
      if code != EEXIST { throw .cannotCreate(path: path, reason: systemReason(code)) }
    }
  }

  private static func write(
    _ chunks: [UnsafeRawBufferPointer], to descriptor: Int32, path: String
  ) throws(FileError) {
    for chunk in chunks {
      var rest = chunk
      while let base = rest.baseAddress, !rest.isEmpty {
        // Linux moves at most 2 GiB a call, and Darwin refuses more.
        let count = min(rest.count, 1 << 30)
        let written = try step(.write, "write", path) {
          #if canImport(Glibc)
            Glibc.write(descriptor, base, count)
          #else
            Darwin.write(descriptor, base, count)
          #endif
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }

  private static func writeDirectly(
    _ chunks: [UnsafeRawBufferPointer], to path: String
  ) throws(FileError) {
    let (descriptor, code) = retryingInterrupts { Int(open(path, O_WRONLY | O_CLOEXEC)) }
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: systemReason(code)) }
    defer { close(Int32(descriptor)) }
    try write(chunks, to: Int32(descriptor), path: path)
  }

  private static func syncFolder(_ folder: String, for path: String) throws(FileError) {
    let (descriptor, code) = retryingInterrupts { Int(open(folder, O_RDONLY | O_CLOEXEC)) }
    // A folder that may be written but not read cannot be synced; the file itself is safe.
    if descriptor < 0, code == EACCES { return }
    guard descriptor >= 0 else {
      throw .failed(operation: "open the folder of", path: path, reason: systemReason(code))
    }
    defer { close(Int32(descriptor)) }
    try step(.syncFolder, "sync the folder of", path) {
      let result = Int(fsync(Int32(descriptor)))
      // Some network file systems do not know how to sync a folder.
      return result < 0 && errno == EINVAL ? 0 : result
    }
  }

  @discardableResult
  private static func step(
    _ step: FaultHook.Step, _ operation: String, _ path: String, _ call: () -> Int
  ) throws(FileError) -> Int {
    var code = FaultHook.code(step, path)
    if code == nil {
      let (result, failure) = retryingInterrupts(call)
      if result >= 0 { return result }
      code = failure
    }
    throw .failed(operation: operation, path: path, reason: systemReason(code ?? 0))
  }
}
