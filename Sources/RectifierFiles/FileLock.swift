// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What can go wrong when a lock is taken.
public enum FileLockError: Error, Equatable, Sendable {
  /// Another process, or another lock in this one, holds the lock.
  case held(path: String)
  /// The lock file cannot be made or locked.
  case file(FileError)
}

extension FileLockError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .held(let path):
      "locking \(PathName.quoted(PathName.folder(of: path))): another process is working there; "
        + "wait for it or stop it"
    case .file(let error): error.description
    }
  }
}

/// Holds a lock file for as long as the object lives; the system frees it if the process dies.
///
/// The file is removed at the end, so that nothing of it stays in the folder. Keep the object in a
/// property, or within `withExtendedLifetime`: Swift ends a local after its last use.
package final class FileLock: Sendable {
  private let path: String
  private let descriptor: Int32

  /// Takes the lock at once or fails.
  package init(path: String) throws(FileLockError) {
    self.path = path
    while true {
      let (result, code) = retryingInterrupts {
        Int(open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666))
      }
      guard result >= 0 else {
        throw .file(.cannotCreate(path: path, reason: systemReason(code)))
      }
      let candidate = Int32(result)
      let (locked, reason) = retryingInterrupts { Int(flock(candidate, LOCK_EX | LOCK_NB)) }
      guard locked == 0 else {
        close(candidate)
        if reason == EWOULDBLOCK { throw .held(path: path) }
        throw .file(.failed(operation: "lock", path: path, reason: systemReason(reason)))
      }
      // The previous holder may have removed the file between our open and our lock.
      if Self.isStill(candidate, at: path) {
        descriptor = candidate
        return
      }
      close(candidate)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0
      && held.st_ino == named.st_ino && held.st_dev == named.st_dev
  }
}
