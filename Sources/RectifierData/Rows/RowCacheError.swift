// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Why encoded rows cannot be kept in a file, or not be read from one.
public enum RowCacheError: Error, Equatable, Sendable {
  /// The system refused something.
  case file(FileError)
  /// The file is not as it was written.
  case damaged(path: String, found: String)
  /// The file holds other rows, or rows that were encoded in another way.
  case otherRows(path: String)
}

extension RowCacheError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .damaged, .otherRows: "\(remark); remove the file"
    }
  }

  /// What was found, without what to do.
  var remark: String {
    switch self {
    case .file(let error): error.description
    case .damaged(let path, let found):
      "reading encoded rows: \(PathName.quoted(path)): expected them as they were written, found "
        + found
    case .otherRows(let path):
      "reading encoded rows: \(PathName.quoted(path)): expected those of the file and options at hand, "
        + "found others"
    }
  }
}
