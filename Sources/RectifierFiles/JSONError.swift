// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Why JSON text could not be read or written.
public enum JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The text breaks the grammar or a limit at a byte of the file, counted from 0.
  case damaged(path: String, offset: Int, expected: String, found: String)
  /// A value has no form in JSON; `member` is its place in the document, `loss[2].value`.
  case unwritable(member: String, found: String)

  /// One line: where, what was expected, what was found.
  public var description: String {
    switch self {
    case .damaged(let path, let offset, let expected, let found):
      "reading JSON: \(PathName.quoted(path)): byte \(offset): expected \(expected), found \(found)"
        + "; correct the text there"
    case .unwritable(let member, let found):
      "writing JSON: \(member.isEmpty ? "the document" : JSONValue.quoted(member)): expected a finite number or at"
        + " most \(JSONValue.depthLimit) levels, found \(found)"
    }
  }
}
