// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What can be wrong with the content of a safetensors file. Offsets count bytes of the file.
public enum SafetensorsError: Error, Equatable, Sendable {
  /// The file's length, the header's length or the header's text is wrong at `offset`.
  case header(path: String, offset: Int, expected: String, found: String)
  /// A tensor is missing, or is not what its reader expects; `offset` is where that shows.
  case tensor(path: String, name: String, offset: Int, expected: String, found: String)
  /// A metadata field is missing or is not what its reader expects.
  case metadata(path: String, key: String, expected: String, found: String)
  /// The file says that it was written in a format version that this program does not know.
  case laterVersion(path: String, version: String, newest: String)
  /// The names and metadata to be written do not fit into a header.
  case headerTooLong(byteCount: Int)
}

extension SafetensorsError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .header(let path, let offset, let expected, let found):
      "reading \(PathName.quoted(path)): byte \(offset): expected \(expected), found \(found)"
        + "; the file is damaged or no safetensors file, get it again"
    case .tensor(let path, let name, let offset, let expected, let found):
      "reading \(PathName.quoted(path)): byte \(offset): tensor \(JSONValue.quoted(name)):"
        + " expected \(expected), found \(found); the file is damaged or of another kind"
    case .metadata(let path, let key, let expected, let found):
      "reading \(PathName.quoted(path)): metadata \(JSONValue.quoted(key)): expected \(expected),"
        + " found \(found); the file is damaged or of another kind"
    case .laterVersion(let path, let version, let newest):
      "reading \(PathName.quoted(path)): expected format version \(newest) or earlier, found"
        + " \(version); the file was written by a later version of Rectifier, use that one"
    case .headerTooLong(let byteCount):
      "writing safetensors: expected a header of at most \(Safetensors.headerLimit) bytes, found"
        + " \(byteCount); shorten names or labels"
    }
  }
}
