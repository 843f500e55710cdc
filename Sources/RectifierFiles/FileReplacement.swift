// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// A file that is written piece by piece under a temporary name in the folder of the one that it will
/// have; until it is put there, that one keeps its content.
///
/// Going out of use without ``commit()``, it leaves nothing behind.
package final class FileReplacement {
  private static let counter = Atomic<Int>(0)

  /// The name that the file will have.
  private let path: String
  private let temporary: String
  /// Nil once the file is closed.
  private var descriptor: Int32?
  private var isInPlace = false

  /// Makes the temporary file.
  package init(of path: String) throws(FileError) {
    self.path = path
    (descriptor, temporary) = try Self.createTemporary(in: PathName.folder(of: path), for: path)
  }

  deinit {
    if let descriptor { close(descriptor) }
    if !isInPlace { unlink(temporary) }
  }

  /// Writes bytes behind those written before.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    guard let descriptor else { fatalError("file replacement: \(path) is closed") }
    try Self.write(bytes, to: descriptor, path: path)
  }

  /// Puts the file in its place, synced.
  package func commit() throws(FileError) {
    guard let descriptor else { fatalError("file replacement: \(path) is closed") }
    try Self.step(.sync, "sync", path) { Int(fsync(descriptor)) }
    self.descriptor = nil
    try Self.step(.sync, "close", path) { Int(close(descriptor)) }
    try Self.step(.rename, "rename a temporary file to", path) { Int(rename(temporary, path)) }
    isInPlace = true
    try Self.syncFolder(PathName.folder(of: path), for: path)
  }

  /// Writes bytes to an open file.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
  ) throws(FileError) {
    var rest = bytes
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

extension FileReplacement {
  private static func createTemporary(
    in folder: String, for path: String
  ) throws(FileError) -> (descriptor: Int32, path: String) {
    if let code = FaultHook.code(.create, path) {
      throw .cannotCreate(path: path, reason: systemReason(code))
    }
    while true {
      let number = counter.add(1, ordering: .relaxed).newValue
      // The name does not contain the final one, which may already have the longest length.
      let name = ".rectifier-\(getpid())-\(number)\(AtomicFile.temporarySuffix)"
      let temporary = PathName.join(folder, name)
      let (descriptor, code) = retryingInterrupts {
        Int(open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
      }
      if descriptor >= 0 { return (Int32(descriptor), temporary) }
      if code != EEXIST { throw .cannotCreate(path: path, reason: systemReason(code)) }
    }
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
