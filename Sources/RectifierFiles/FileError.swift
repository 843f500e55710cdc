// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What can go wrong with a file that has nothing to do with what the file says.
///
/// Every description is one line: what was being done, where, what the system answered.
public enum FileError: Error, Equatable, Sendable {
  /// Nothing exists under `path`. `doing` names the purpose, as in "reading training images".
  case notFound(path: String, doing: String)
  /// `path` is a folder or a device where a file was expected.
  case notAFile(path: String, doing: String)
  /// A file or folder cannot be created at `path`.
  case cannotCreate(path: String, reason: String)
  /// A system call failed on `path`; `reason` is the system's own text.
  case failed(operation: String, path: String, reason: String)
}

extension FileError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .notFound(let path, let doing):
      "\(doing): \(PathName.quoted(path)) does not exist; check the path"
    case .notAFile(let path, let doing):
      "\(doing): \(PathName.quoted(path)) is a folder or a device, expected a file; "
        + "give the path of one"
    case .cannotCreate(let path, let reason):
      "cannot create \(PathName.quoted(path)): \(reason); choose a place that can be written"
    case .failed(let operation, let path, let reason):
      "cannot \(operation) \(PathName.quoted(path)): \(reason)"
    }
  }
}

/// The system's text for an error number, as in "No space left on device".
func systemReason(_ code: Int32) -> String {
  String(cString: strerror(code))
}

/// Repeats a system call that signals may interrupt; returns its result, or the error number.
func retryingInterrupts(_ call: () -> Int) -> (result: Int, code: Int32) {
  while true {
    let result = call()
    if result >= 0 { return (result, 0) }
    let code = errno
    if code != EINTR { return (result, code) }
  }
}
