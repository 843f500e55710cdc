// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Why a folder does not hold the data set that it should.
public enum CatalogCheckError: Error, Equatable, Sendable {
  /// Files have another content.
  case wrong(folder: String, names: [String])
  /// Files are not there, and what is there is right.
  case missing(folder: String, names: [String])
}

extension CatalogCheckError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .wrong(let folder, let names):
      "verifying \(PathName.quoted(folder)): expected the content that the catalog lists, found "
        + "another in \(names.joined(separator: ", ")); get "
        + "\(names.count == 1 ? "the file" : "these files") again"
    case .missing(let folder, let names):
      "verifying \(PathName.quoted(folder)): expected \(names.joined(separator: ", ")) (also .gz), "
        + "not found; add \(names.count == 1 ? "it" : "them")"
    }
  }
}
