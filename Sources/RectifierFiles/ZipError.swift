// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What can be wrong with a zip archive. Offsets count bytes from the file's start.
public enum ZipError: Error, Equatable, Sendable {
  /// The file has no end record, as every archive has.
  case noArchive(path: String)
  /// The records of the archive contradict each other or the file's length.
  case damaged(path: String, offset: Int, expected: String)
  /// A member that is compressed otherwise, is encrypted, or lies on another disk.
  case unsupported(path: String, name: String, found: String)
  /// More members than are allowed.
  case tooMany(path: String, count: Int, limit: Int)
  /// The members together inflate past `limit` bytes.
  case tooLarge(path: String, limit: Int)
  /// Two members have the same name.
  case duplicate(path: String, name: String)
  /// The compression of a member is damaged.
  case content(ZlibError)
  /// A member's bytes are others than those that were put in.
  case wrongChecksum(path: String, name: String)
}

extension ZipError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .noArchive(let path):
      "reading \(PathName.quoted(path)): expected a zip archive, found no end record; "
        + "the file is cut off or of another kind, get it again"
    case .damaged(let path, let offset, let expected):
      "reading \(PathName.quoted(path)): at byte \(offset): expected \(expected), found something "
        + "else; get the file again"
    case .unsupported(let path, let name, let found):
      "reading \(PathName.quoted(path)): expected the member \(PathName.quoted(name)) stored or "
        + "deflated, found it \(found); write the archive anew"
    case .tooMany(let path, let count, let limit):
      "reading \(PathName.quoted(path)): expected at most \(limit) members, found \(count); "
        + "leave out what is not needed"
    case .tooLarge(let path, let limit):
      "reading \(PathName.quoted(path)): expected members of at most \(limit) bytes in all, found "
        + "more; divide the archive"
    case .duplicate(let path, let name):
      "reading \(PathName.quoted(path)): expected every name once, found two members "
        + "\(PathName.quoted(name)); write the archive anew"
    case .content(let error): error.description
    case .wrongChecksum(let path, let name):
      "reading \(PathName.quoted(path)): the member \(PathName.quoted(name)) has another checksum "
        + "than the archive says; get the file again"
    }
  }
}
