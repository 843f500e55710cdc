// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What lies under a path, symbolic links followed.
package enum FileKind: Sendable {
  case file, folder
  /// A device, a pipe or a socket.
  case other

  /// Nil where nothing can be found under `path`.
  package static func of(_ path: String) -> FileKind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}

/// Folders: making, listing, and removing what is in them.
package enum Folder {
  /// Whether `path` is a folder.
  package static func exists(_ path: String) -> Bool {
    FileKind.of(path) == .folder
  }

  /// Makes the folder and those above it; one that exists already is fine.
  package static func create(_ path: String) throws(FileError) {
    if exists(path) { return }
    let parent = PathName.folder(of: path)
    if parent != path, !exists(parent) { try create(parent) }
    // Another process may have made it in the meantime.
    guard mkdir(path, 0o777) != 0 else { return }
    let code = errno
    if code == EEXIST, exists(path) { return }
    throw .cannotCreate(path: path, reason: systemReason(code))
  }

  /// The names in the folder, hidden ones included, ordered by their UTF-8 bytes.
  package static func list(_ path: String, doing: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else {
      let code = errno
      if code == ENOENT { throw .notFound(path: path, doing: doing) }
      throw .failed(operation: "list", path: path, reason: systemReason(code))
    }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw .failed(operation: "list", path: path, reason: systemReason(errno)) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether the folder holds nothing but files that an interrupted write left behind.
  package static func isEmpty(_ path: String, doing: String) throws(FileError) -> Bool {
    try list(path, doing: doing).allSatisfy { $0.hasSuffix(AtomicFile.temporarySuffix) }
  }

  /// Removes one file; one that is not there is fine.
  package static func removeFile(_ path: String) throws(FileError) {
    guard unlink(path) != 0 else { return }
    let code = errno
    if code != ENOENT { throw .failed(operation: "remove", path: path, reason: systemReason(code)) }
  }

  /// Removes an empty folder; one that is not there is fine.
  package static func removeEmpty(_ path: String) throws(FileError) {
    guard rmdir(path) != 0 else { return }
    let code = errno
    if code != ENOENT { throw .failed(operation: "remove", path: path, reason: systemReason(code)) }
  }
}
